package io.genjin.bot.customer;

import io.genjin.bot.wecom.WeComApi;
import io.genjin.bot.wecom.WeComRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads external contacts from WeCom: as a follower knows them (doc 92114), else their 微信客服 nickname (doc 95159). */
@Component
class ContactProfiles {
    private final WeComApi wecom;

    ContactProfiles(WeComApi wecom) {
        this.wecom = wecom;
    }

    Optional<ContactProfile> find(String externalUserId) {
        try {
            return Optional.of(followed(wecom.externalContact(externalUserId)));
        } catch (WeComRefused notFollowed) {
            notFollowed.throwIfPassing();
            return nickname(externalUserId);
        }
    }

    private static ContactProfile followed(JsonNode answer) {
        JsonNode contact = answer.path("external_contact");
        List<JsonNode> follows = new ArrayList<>();
        answer.path("follow_user").forEach(follows::add);
        follows.sort(Comparator.comparingLong(
                        (JsonNode follow) -> follow.path("createtime").asLong(0))
                .reversed());
        String company = first(follows, "remark_corp_name")
                .or(() -> text(contact, "corp_full_name"))
                .or(() -> text(contact, "corp_name"))
                .orElse(null);
        String name = first(follows, "remark")
                .map(remark -> withoutCompany(remark, company))
                .filter(remark -> !remark.isEmpty())
                .orElse(contact.path("name").asString(""));
        return new ContactProfile(
                name,
                company,
                follows.stream()
                        .map(follow -> follow.path("userid").asString("").toLowerCase(Locale.ROOT))
                        .filter(userId -> !userId.isEmpty())
                        .toList());
    }

    /** Reps write the company into the remark (王敏-华东快消); beside the customer's name it would stand twice. */
    private static String withoutCompany(String remark, @Nullable String company) {
        if (company == null || !remark.contains(company)) {
            return remark;
        }
        return remark.replace(company, "").replaceAll("^[\\p{P}\\p{S}\\s]+|[\\p{P}\\p{S}\\s]+$", "");
    }

    private Optional<ContactProfile> nickname(String externalUserId) {
        try {
            for (JsonNode customer : wecom.kfCustomers(List.of(externalUserId))) {
                if (externalUserId.equals(customer.path("external_userid").asString(""))) {
                    return text(customer, "nickname").map(name -> new ContactProfile(name, null, List.of()));
                }
            }
            return Optional.empty();
        } catch (WeComRefused unknown) {
            unknown.throwIfPassing();
            return Optional.empty();
        }
    }

    private static Optional<String> first(List<JsonNode> nodes, String field) {
        return nodes.stream().flatMap(node -> text(node, field).stream()).findFirst();
    }

    private static Optional<String> text(JsonNode node, String field) {
        String value = node.path(field).asString("").strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
