package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Member;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import tools.jackson.databind.node.ObjectNode;

/** agent/get (doc 90227): the application that the token belongs to, seen by everybody. */
final class AgentEndpoint {
    private final World world;
    private final AppSettings settings;

    AgentEndpoint(World world, AppSettings settings) {
        this.world = world;
        this.settings = settings;
    }

    void addTo(Routes routes) {
        routes.get("agent/get", Routes.APP, this::agent);
    }

    private ObjectNode agent(ApiRequest request) {
        var id = request.requireQuery("agentid");
        if (!id.matches("\\d{1,9}")) {
            throw new Refusal(40056, "invalid agentid");
        }
        if (Integer.parseInt(id) != settings.agentId()) {
            throw new Refusal(301002, "the token belongs to another agentid");
        }
        var answer = Routes.ok().put("agentid", settings.agentId()).put("name", "跟进");
        answer.put("square_logo_url", "").put("description", "").put("close", 0);
        var users = answer.putObject("allow_userinfos").putArray("user");
        world.directory.members().stream().map(Member::userId).forEach(userId -> users.addObject()
                .put("userid", userId));
        answer.putObject("allow_partys").putArray("partyid").add(1);
        answer.putObject("allow_tags").putArray("tagid");
        return answer.put("redirect_domain", "localhost")
                .put("report_location_flag", 0)
                .put("isreportenter", 1)
                .put("home_url", "");
    }
}
