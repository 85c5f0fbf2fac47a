package io.genjin.bot.doctor;

import io.genjin.bot.wecom.WeComProbe.Heard;
import io.genjin.bot.wecom.WeComProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The agent id is that of the secret's application, which is on and has somebody to see it (doc 90227). */
@Component
@Order(50)
class AgentCheck implements Check {
    private final WeComProperties properties;

    AgentCheck(WeComProperties properties) {
        this.properties = properties;
    }

    @Override
    public String name() {
        return "应用";
    }

    @Override
    public Finding look(Round round) {
        Heard agent = round.agent().orElse(null);
        if (agent == null || agent.is(60020)) {
            return Finding.left("先解决前面一项");
        }
        if (agent.silent()) {
            return WeComTrouble.silent();
        }
        if (agent.is(40056) || agent.is(301002)) {
            return Finding.bad(
                    "AgentId " + properties.agentId() + " 不是这个 Secret 的应用（"
                            + agent.errcode().orElseThrow() + "）",
                    "从同一个应用的详情页复制 AgentId 到 wx.cp.agent-id");
        }
        if (!agent.fine()) {
            return WeComTrouble.refused(agent.errcode().orElseThrow());
        }
        return ofApplication(agent.body());
    }

    private static Finding ofApplication(JsonNode app) {
        if (app.path("close").asInt(0) == 1) {
            return Finding.bad("应用已停用", "管理后台 → 应用管理 → 本应用，启用它");
        }
        boolean seen = !app.path("allow_userinfos").path("user").isEmpty()
                || !app.path("allow_partys").path("partyid").isEmpty()
                || !app.path("allow_tags").path("tagid").isEmpty();
        return seen
                ? Finding.good("「" + app.path("name").asString("") + "」")
                : Finding.bad("应用的可见范围是空的", "管理后台 → 应用管理 → 本应用 → 可见范围，加上销售团队");
    }
}
