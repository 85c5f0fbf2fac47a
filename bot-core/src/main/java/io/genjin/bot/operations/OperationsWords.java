package io.genjin.bot.operations;

import io.genjin.crm.Ids;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the page calls things. */
@Component
class OperationsWords {
    private static final String MEMBER = "member:";
    private static final Map<String, String> KINDS = Map.of(
            "MemberText", "成员消息",
            "MemberMedia", "成员图片、语音等",
            "CardTap", "卡片点击",
            "KfNotice", "客服通知",
            "KfMessage", "客服消息",
            "ContactChange", "通讯录变更",
            "AgentEntered", "打开应用",
            "ArchivedMessage", "存档消息",
            "SEND", "消息",
            "UPDATE", "卡片更新");

    private final MemberStore members;

    OperationsWords(MemberStore members) {
        this.members = members;
    }

    public String kind(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    /** A member by name; groups, robots and outside systems by their id. */
    public String recipient(String recipient) {
        String id = recipient.startsWith(MEMBER) ? recipient.substring(MEMBER.length()) : "";
        return Ids.isId(id) ? members.find(new MemberId(id)).map(Member::name).orElse(recipient) : recipient;
    }

    /** 3 小时 5 分钟. */
    public String lasting(Duration age) {
        if (age.toMinutes() < 1) {
            return age.toSeconds() + " 秒";
        }
        return age.toHours() < 1 ? age.toMinutes() + " 分钟" : age.toHours() + " 小时 " + age.toMinutesPart() + " 分钟";
    }
}
