package io.genjin.sandbox.wecom;

import io.genjin.sandbox.wecom.world.Contact;
import io.genjin.sandbox.wecom.world.Contact.Follow;
import io.genjin.sandbox.wecom.world.Department;
import io.genjin.sandbox.wecom.world.GroupChat;
import io.genjin.sandbox.wecom.world.KfAccount;
import io.genjin.sandbox.wecom.world.Member;
import io.genjin.sandbox.wecom.world.Tag;
import io.genjin.sandbox.wecom.world.World;
import java.util.List;

/** The corp that every sandbox starts with; the bot's profile {@code sandbox} has the same settings. */
public final class SandboxCorp {
    /** wx.cp.corp-id. */
    public static final String CORP_ID = "ww5a3d6b0c9e1f2a47";
    /** wx.cp.agent-id. */
    public static final int AGENT_ID = 1000002;
    /** wx.cp.corp-secret. */
    public static final String CORP_SECRET = "sandbox-corp-secret";
    /** wx.cp.kf-secret. */
    public static final String KF_SECRET = "sandbox-kf-secret";
    /** wx.cp.token. */
    public static final String TOKEN = "SandboxCallbackToken";
    /** wx.cp.aes-key. */
    public static final String AES_KEY = "c2FuZGJveEdlbmppbkNhbGxiYWNrQWVzS2V5MDAwMDE";
    /** The 微信客服 account that customers write to. */
    public static final String KF_ACCOUNT = "wkSandbox01";
    /** The key of the robot in the group 销售作战室. */
    public static final String ROBOT_KEY = "5a3d6b0c-9e1f-4a47-8b1c-000000000001";

    private SandboxCorp() {}

    static void settle(World world) {
        var people = world.directory;
        people.put(new Department(1, "跟进示例公司", 0));
        people.put(new Department(2, "销售一部", 1));
        people.put(Member.rep("li.na", "李娜", "rep-1.localhost"));
        people.put(Member.rep("wang.wei", "王伟", "rep-2.localhost"));
        people.put(new Member("chen.jing", "陈静", "mgr-1.localhost", "销售主管", List.of(2), List.of(2), null, true));
        people.put(new Member("zhao.min", "赵敏", "admin-1.localhost", "管理员", List.of(1), List.of(), null, true));
        people.put(new Tag(1, "SALES", List.of("li.na", "wang.wei")));
        people.put(new Tag(2, "MANAGER", List.of("chen.jing")));
        var now = world.clock.instant();
        people.put(new Contact("wmHuadong01", "王敏", List.of(new Follow("li.na", "王敏-华东快消", "华东快消", now))));
        people.put(new Contact("wmBeichen01", "刘强", List.of(new Follow("wang.wei", "刘强-北辰制造", "北辰制造", now))));
        people.put(new KfAccount(KF_ACCOUNT, "跟进客服"));
        world.groups.put(ROBOT_KEY, new GroupChat(ROBOT_KEY, "销售作战室", "", List.of(), true));
    }
}
