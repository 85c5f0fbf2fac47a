package io.genjin.bot.chat;

import io.genjin.bot.customer.ContactDirectory;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.wecom.WeComApi;
import io.genjin.bot.wecom.WeComRefused;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Whose customer it is, since 微信客服 does not say: the owner of their open lead, who serves them, who follows them, the
 * default rep, or nobody yet. Asks WeCom, so call it outside transactions.
 */
@Component
class KfRep {
    private static final int WITH_A_SERVICER = 3;
    private static final int NEW = 0;

    private final LeadStore leads;
    private final MemberStore members;
    private final MemberDirectory directory;
    private final ContactDirectory contacts;
    private final KfCursors cursors;
    private final WeComApi wecom;
    private final KfProperties properties;

    KfRep(
            LeadStore leads,
            MemberStore members,
            MemberDirectory directory,
            ContactDirectory contacts,
            KfCursors cursors,
            WeComApi wecom,
            KfProperties properties) {
        this.leads = leads;
        this.members = members;
        this.directory = directory;
        this.contacts = contacts;
        this.cursors = cursors;
        this.wecom = wecom;
        this.properties = properties;
    }

    Optional<Member> of(Contact contact, KfMessage message) {
        Optional<Member> rep = leads.newestOpenOf(contact.customerId())
                .flatMap(lead -> members.find(lead.ownerId()))
                .filter(Member::active)
                .or(() -> serving(message))
                .or(() -> firstKnown(contacts.followersOf(message.externalUserId())))
                .or(() -> firstKnown(List.of(properties.defaultRep())));
        if (properties.route() == KfProperties.Route.OWNER) {
            rep.ifPresent(member -> route(message, member));
        }
        return rep;
    }

    private Optional<Member> serving(KfMessage message) {
        Optional<String> servicer = cursors.lastServicer(message.openKfId(), message.externalUserId());
        return servicer.isPresent()
                ? firstKnown(List.of(servicer.get()))
                : state(message)
                        .filter(state -> state.path("service_state").asInt(-1) == WITH_A_SERVICER)
                        .flatMap(state ->
                                firstKnown(List.of(state.path("servicer_userid").asString(""))));
    }

    private Optional<Member> firstKnown(List<String> userIds) {
        return userIds.stream()
                .filter(userId -> !userId.isBlank())
                .flatMap(userId -> directory.find(userId).stream())
                .findFirst();
    }

    private void route(KfMessage message, Member rep) {
        boolean isNew = state(message)
                .filter(state -> state.path("service_state").asInt(-1) == NEW)
                .isPresent();
        if (isNew) {
            try {
                wecom.kfAssign(message.openKfId(), message.externalUserId(), rep.userId());
            } catch (WeComRefused takenMeanwhile) {
                // Somebody took the session; nothing is lost by leaving it there.
            }
        }
    }

    private Optional<JsonNode> state(KfMessage message) {
        try {
            return Optional.of(wecom.kfState(message.openKfId(), message.externalUserId()));
        } catch (WeComRefused unknown) {
            unknown.throwIfPassing();
            return Optional.empty();
        }
    }
}
