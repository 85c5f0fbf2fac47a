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

    private static List<LoggedRequest> requests(String containing) {
        return OUTSIDE.findAll(postRequestedFor(urlEqualTo("/crm")).withRequestBody(containing(containing)));
    }
}
