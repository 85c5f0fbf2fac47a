package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** auth/getuserinfo (doc 91023) and its old path. A code that means no member's userid is answered as an openid. */
final class LoginEndpoints {
    private final World world;

    LoginEndpoints(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.get("auth/getuserinfo", Routes.APP, request -> identity(request, "userid", "openid"));
        routes.get("user/getuserinfo", Routes.APP, request -> identity(request, "UserId", "OpenId"));
    }

    private ObjectNode identity(ApiRequest request, String userField, String openField) {
        var who = world.loginCodes
                .spend(request.requireQuery("code"), world.clock.instant())
                .orElseThrow(() -> new Refusal(40029, "invalid code"));
        Optional<String> member = world.directory.member(who).map(each -> Directory.fold(each.userId()));
        return member.isPresent()
                ? Routes.ok().put(userField, member.get())
                : Routes.ok().put(openField, who);
    }
}
