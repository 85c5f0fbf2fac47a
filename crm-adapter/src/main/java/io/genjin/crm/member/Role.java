package io.genjin.crm.member;

/** What somebody is in the company; a member can be several. The label is the word on screens. */
public enum Role {
    SALES("销售"),
    PRESALES("售前"),
    DELIVERY("实施"),
    SERVICE("客服"),
    SUCCESS("客户成功"),
    MANAGER("主管"),
    FINANCE("财务"),
    ADMIN("管理员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
