package io.genjin.cards;

import io.genjin.cards.Button.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One message of each kind with all its parts, by the name of its golden file. */
final class Samples {
    static final long AGENT = 1000002;
    static final String PAGE = "https://crm.example.com/l/42";
    static final TaskId TASK = new TaskId("draft-42_v1@a");
    /** The first bytes of a PNG are all that is looked at. */
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    private static final Instant AT = Instant.ofEpochSecond(1763856000);

    private Samples() {}

    static TextNotice.Builder textNotice() {
        return TextNotice.builder()
                .source(new Source("https://crm.example.com/icon.png", "跟进草稿", Source.Color.GREEN))
                .title("某某科技 · 王经理", "报价 试用")
                .quote(QuoteArea.url("原话", "麻烦把50个账号的报价单发我", PAGE))
                .emphasis("12.8万", "预算")
                .subTitle("想要50个账号的报价")
                .item("阶段", "需求诊断")
                .item(HorizontalItem.url("线索", "打开", PAGE))
                .item(HorizontalItem.file("凭证", "voucher.pdf", "media-1"))
                .item(HorizontalItem.member("负责人", "李娜", "li.na"))
                .jump("查看线索", PAGE)
                .jump(Jump.miniProgram("小程序", "wx0app", "pages/lead?id=42"))
                .jump(Jump.text("共3条"))
                .action(PAGE);
    }

    static NewsNotice.Builder newsNotice() {
        return NewsNotice.builder()
                .source("销售作战室")
                .title("本周战报", "华东组")
                .quote("主管", "保持节奏")
                .image(new CardImage("https://crm.example.com/w.png", 1.5))
                .imageText(ImageTextArea.of("https://crm.example.com/s.png", "李娜", "本周之星"))
                .paragraph("签约", "3 单")
                .item("新客", "12")
                .jump("全部", PAGE)
                .action(CardAction.miniProgram("wx0app", "pages/week"));
    }

    static ButtonInteraction.Builder buttons() {
        return ButtonInteraction.builder(TASK)
                .source(Source.of("跟进草稿", Source.Color.RED))
                .menu(ActionMenu.of(
                        "更多", new ActionMenu.Action("免打扰", "quiet"), new ActionMenu.Action("转交", "hand-over")))
                .title("某某科技 · 王经理", "报价")
                .quote("客户原话", "明天下午三点电话聊 📞")
                .subTitle("想要50个账号的报价")
                .item("金额", "12.8万")
                .itemIfPresent("客户异议", " ")
                .itemIfPresent("下一步", null)
                .selection(new ButtonSelection(
                        "next-contact", "下次联系", List.of(new Option("t1", "明天 15:00"), new Option("none", "暂不定")), "t1"))
                .button("确认", Style.EMPHASIS, "draft.confirm:42:1")
                .urlButton("修改", Style.NEUTRAL, PAGE)
                .button("不是跟进", Style.NEGATIVE, "draft.ignore:42:1")
                .action(PAGE);
    }

    static VoteInteraction.Builder vote() {
        return VoteInteraction.builder(TASK)
                .source("行动项")
                .title("今天完成了哪些", "可多选")
                .checkbox(Checkbox.of(
                        "done",
                        Checkbox.Mode.MULTIPLE,
                        new Checkbox.Choice("a", "发送方案", true),
                        new Checkbox.Choice("b", "安排演示", false)))
                .submit("提交", "okr.submit:1");
    }

    static MultipleInteraction.Builder multiple() {
        return MultipleInteraction.builder(TASK)
                .source("阶段推进")
                .title("推进到哪一阶段", "两项必填")
                .select(new Select("stage", "目标阶段", List.of(new Option("s4", "商务谈判"), new Option("s5", "赢单")), "s4"))
                .select(Select.of("action", "关键动作", new Option("k1", "发送方案"), new Option("k2", "处理异议")))
                .submit("下一步", "stage.submit:42");
    }

    /** Exactly what goes to WeCom, by the golden file that shows it. */
    static Map<String, String> json() {
        var all = new TreeMap<String, String>();
        app(all, "text", new Text("你好\n<a href=\"https://crm.example.com\">打开</a>"));
        app(all, "markdown", new Markdown("**新线索** <font color=\"warning\">待跟进</font>"));
        app(all, "textcard", new TextCard("领奖通知", "<div class=\"gray\">明天</div>", PAGE, "更多"));
        app(
                all,
                "news",
                News.of(
                        new Article("周报", "华东组", PAGE, "https://crm.example.com/w.png"),
                        new Article("小程序", null, Link.miniProgram("wx0app", "pages/week"), null)));
        app(all, "image", new Image("media-2"));
        app(all, "file", new File("media-3"));
        app(all, "text_notice", textNotice().build());
        app(all, "news_notice", newsNotice().build());
        app(all, "button_interaction", buttons().build());
        app(all, "vote_interaction", vote().build());
        app(all, "multiple_interaction", multiple().build());
        all.put(
                "app-duplicate-check",
                new AppMessage(new Recipients(List.of("li.na"), List.of(2L), List.of(7L), false), AGENT, hello(), null)
                        .duplicateCheck(Duration.ofHours(4))
                        .toJson());
        all.put("app-everyone", AppMessage.toEveryone().message(AGENT, hello()).toJson());

        all.put("update-name", CardUpdate.replaceName("已由李娜认领").toJson(AGENT, List.of("li.na", "wang"), "rc0"));
        all.put("update-card", CardUpdate.card(textNotice().build()).toJson(AGENT, List.of("li.na"), "rc1"));
        all.put("update-buttons", closed(buttons().build()).toJson(AGENT, List.of("li.na"), "rc2"));
        all.put("update-vote", closed(vote().build()).toJson(AGENT, List.of("li.na"), "rc3"));
        all.put("update-multiple", closed(multiple().build()).toJson(AGENT, List.of("li.na"), "rc4"));

        all.put("appchat-markdown", new AppChatMessage("deal42", new Markdown("# 签约 🎉")).toJson());
        all.put("robot-text", RobotMessage.text("请看", List.of("li.na")).toJson());
        all.put("robot-text-mobile", new RobotText("请看", List.of(), List.of("13800001111"), false).toJson());
        all.put("robot-text-everyone", RobotText.toEveryone("开会").toJson());
        all.put("robot-markdown", RobotMessage.markdown("**周报** <@li.na>").toJson());
        all.put(
                "robot-markdown_v2",
                RobotMessage.markdownV2("| 销售 | 签约 |\n| :-- | --: |\n| 李娜 | 3 |")
                        .toJson());
        all.put("robot-image", RobotMessage.image(PNG).toJson());
        all.put(
                "robot-news",
                RobotMessage.news(News.of(new Article("周报", "华东组", PAGE, null))).toJson());
        all.put("robot-file", RobotMessage.file("media-4").toJson());
        all.put("robot-text_notice", RobotMessage.card(textNotice().build()).toJson());
        all.put("robot-news_notice", RobotMessage.card(newsNotice().build()).toJson());
        return all;
    }

    static Map<String, String> xml() {
        var all = new TreeMap<String, String>();
        all.put("reply-text", reply(PassiveReply.text("收到")));
        all.put("reply-update_button", reply(PassiveReply.update(CardUpdate.replaceName("已记录 14:32"))));
        all.put(
                "reply-text_notice",
                reply(PassiveReply.update(CardUpdate.card(textNotice().build()))));
        all.put(
                "reply-news_notice",
                reply(PassiveReply.update(CardUpdate.card(newsNotice().build()))));
        all.put(
                "reply-button_interaction",
                reply(PassiveReply.update(closed(buttons().build()))));
        all.put("reply-vote_interaction", reply(PassiveReply.update(closed(vote().build()))));
        all.put(
                "reply-multiple_interaction",
                reply(PassiveReply.update(closed(multiple().build()))));
        return all;
    }

    static Text hello() {
        return new Text("你好");
    }

    static CardUpdate closed(TemplateCard card) {
        return CardUpdate.card(card, "已记录 14:32", true);
    }

    static String reply(PassiveReply reply) {
        return reply.toXml("li.na", "ww0corp", AT);
    }

    private static void app(Map<String, String> all, String name, Message message) {
        all.put(
                "app-" + name,
                AppMessage.to("li.na", "wang").message(AGENT, message).toJson());
    }
}
