package io.genjin.crm.lead;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface StageMapper extends BaseMapper<StageRow> {
    @Select("SELECT * FROM crm_stage")
    List<StageRow> all();

    /** Two administrators come one after the other. */
    @Select("SELECT * FROM crm_stage FOR UPDATE")
    List<StageRow> allLocked();
}
