package io.genjin.crm.lead;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_stage, filled by MyBatis. */
@NullUnmarked
@TableName("crm_stage")
class StageRow {
    @TableId(type = IdType.INPUT)
    String id;

    String name;
    StageKind kind;
    int place;
    boolean retired;
    Instant updatedAt;

    static StageRow of(Stage stage, Instant now) {
        StageRow row = new StageRow();
        row.id = stage.id().value();
        row.name = stage.name();
        row.kind = stage.kind();
        row.place = stage.position();
        row.retired = stage.retired();
        row.updatedAt = now;
        return row;
    }

    Stage toStage() {
        return new Stage(new StageId(id), name, kind, place, retired);
    }
}
