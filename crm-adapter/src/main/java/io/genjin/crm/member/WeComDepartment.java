package io.genjin.crm.member;

import java.util.List;

/**
 * A department as WeCom describes it (department/list, doc 90208).
 *
 * @param parentId 0 for the root department
 * @param leaders WeCom's department_leader, folded to lower case, the first one counts; may be empty
 */
public record WeComDepartment(long id, String name, long parentId, List<String> leaders) {
    public WeComDepartment {
        leaders = leaders.stream().map(UserIds::folded).toList();
    }
}
