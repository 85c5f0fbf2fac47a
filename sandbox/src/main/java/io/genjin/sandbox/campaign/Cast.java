package io.genjin.sandbox.campaign;

import io.genjin.sandbox.wecom.world.Contact;
import io.genjin.sandbox.wecom.world.Contact.Follow;
import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.KfAccount;
import io.genjin.sandbox.wecom.world.Member;
import java.time.Instant;
import java.util.List;

/** The people of a campaign: reps, and customers of whom each is followed by one rep. */
record Cast(int reps, int customers) {
    private static final List<String> PLACES = List.of(
            "海川", "北岭", "东岳", "南溪", "西岗", "江宁", "湖滨", "山阳", "云台", "石桥", "金陵", "银湾", "青松", "红枫", "白鹭", "黑河", "紫荆", "蓝田",
            "长安", "永和");
    private static final List<String> TRADES = List.of("食品", "制造", "物流", "医药", "建材", "电子", "化工", "服饰", "家居", "教育");
    /** Two accounts, so that two pulls run at once. */
    private static final List<String> ACCOUNTS = List.of("wkCampaign01", "wkCampaign02");

    void settle(Directory directory, Instant now) {
        for (int rep = 0; rep < reps; rep++) {
            directory.put(Member.rep(userId(rep), "销售" + (rep + 1), "campaign-" + rep + ".localhost"));
        }
        for (int i = 0; i < ACCOUNTS.size(); i++) {
            directory.put(new KfAccount(ACCOUNTS.get(i), "客服" + (i + 1)));
        }
        for (int customer = 0; customer < customers; customer++) {
            var follow = new Follow(userId(repOf(customer)), "联系人" + customer, company(customer), now);
            directory.put(new Contact(externalUserId(customer), "客户" + customer, List.of(follow)));
        }
    }

    String userId(int rep) {
        return "rep%02d".formatted(rep);
    }

    int repOf(int customer) {
        return customer % reps;
    }

    String externalUserId(int customer) {
        return "wmCampaign%04d".formatted(customer);
    }

    String account(int customer) {
        return ACCOUNTS.get(customer / reps % ACCOUNTS.size());
    }

    String company(int customer) {
        return PLACES.get(customer % PLACES.size()) + TRADES.get(customer / PLACES.size() % TRADES.size());
    }
}
