package io.genjin.bot.flow;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.OUTSIDE;
import static io.genjin.bot.flow.FlowBot.card;
import static io.genjin.bot.flow.FlowBot.customer;
import static io.genjin.bot.flow.FlowBot.draftOf;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A confirmed draft on its way to an outside CRM. */
class OutletIT {

    @Test
    void aRecordReachesTheWebhookSignedAfterARetryAndAgainWhenItIsUndone() {
        MemberPhone li = rep("沈一");
        OUTSIDE.stubFor(post(urlEqualTo("/crm"))
                .withRequestBody(containing("己一公司"))
                .inScenario("trouble")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(serverError())
                .willSetStateTo("well"));
        OUTSIDE.stubFor(post(urlEqualTo("/crm"))
                .withRequestBody(containing("己一公司"))
                .inScenario("trouble")
                .whenScenarioStateIs("well")
                .willReturn(ok()));
        customer("韩一", "己一公司", li).says("报价单发我一份，预算12万");
        CardView card = card(li);
        li.presses(card, "确认");
        String record = BOT
                .jdbc()
                .queryForList("SELECT id FROM crm_follow_up WHERE draft_id = ?", String.class, draftOf(card))
                .stream()
                .findFirst()
                .orElseGet(() -> {
                    settle();
                    return BOT.jdbc()
                            .queryForObject(
                                    "SELECT id FROM crm_follow_up WHERE draft_id = ?", String.class, draftOf(card));
                });
        BOT.await("the record outside", () -> requests(record).size() == 1);
        assertThat(requests("己一公司")).as("refused once, then taken").hasSizeGreaterThanOrEqualTo(2);
        LoggedRequest pushed = requests(record).get(0);
        assertThat(pushed.getHeaders().all())
                .anyMatch(header ->
                        header.key().toLowerCase(java.util.Locale.ROOT).contains("signature"));
        assertThat(pushed.getBodyAsString()).doesNotContain(FlowBot.WEBHOOK_SECRET);
        settle();
        li.presses(card, "撤销");
        BOT.await("the undoing outside", () -> requests(record).size() == 2);
        assertThat(requests(record).get(1).getBodyAsString()).isNotEqualTo(pushed.getBodyAsString());
        settle();
    }

    @Test
    void aLeadOfTheApiAndOneThatUndoingRemovesAreHeardOfOutside() throws Exception {
        MemberPhone li = rep("沈二");
        li.sends("帮助");
        settle();
        var request = java.net.http.HttpRequest.newBuilder(BOT.url("/api/v1/leads"))
                .header("Authorization", "Bearer " + io.genjin.bot.testing.TestBot.API_TOKEN)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"customerName\":\"己二公司\",\"ownerUserId\":\"" + li.userId() + "\"}"))
                .build();
        String body = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString())
                .body();
        String made = body.replaceFirst("(?s)^\\{\"id\":\"([0-9a-f]{32})\".*", "$1");
        BOT.await("the lead outside", () -> requests(made).size() == 1);
        assertThat(requests("己二公司")).isNotEmpty();
        customer("韩三", "己三公司", li).says("报价单发我一份，预算12万");
        CardView card = card(li);
        li.presses(card, "确认");
        settle();
        String lead = BOT.jdbc()
                .queryForObject("SELECT lead_id FROM crm_follow_up WHERE draft_id = ?", String.class, draftOf(card));
        li.presses(card, "撤销");
        settle();
        BOT.await("its end outside", () -> requests(lead).stream()
                .anyMatch(call -> call.getBodyAsString().contains("\"removed\":true")
                        && call.getBodyAsString().contains("\"kind\":\"LEAD\"")));
    }

    private static List<LoggedRequest> requests(String containing) {
        return OUTSIDE.findAll(postRequestedFor(urlEqualTo("/crm")).withRequestBody(containing(containing)));
    }
}
