package io.genjin.crm.member;

import io.genjin.crm.storage.JsonText;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_department, filled by MyBatis. */
@NullUnmarked
class DepartmentRow {
    long id;
    String name;
    long parentId;
    String leaders;

    WeComDepartment toDepartment() {
        return new WeComDepartment(id, name, parentId, JsonText.list(leaders, String.class));
    }
}
