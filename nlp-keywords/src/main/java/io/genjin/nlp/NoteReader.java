package io.genjin.nlp;

import java.util.regex.Pattern;

/**
 * Tells a rep's own note from a customer's words among the texts that a rep types, pastes or forwards to the bot.
 * Stateless and thread-safe.
 */
public final class NoteReader {
    /** Someone speaks about the customer, or writes down what they did. */
    private static final Pattern SURELY_NOTE = Pattern.compile(
            "^(?:记|备忘|记录|笔记|跟进记录|小记)[:： ]|客户(?!端|量|数|管理|群)(?:[^,，。 ]{0,6})(?:说|要|想|问|让|约|同意|嫌|觉得|反馈|确认|拒绝|催|在|那边|已|预算|嫌)|^(?:客户|对方)"
                    + "|^刚(?:刚)?(?:拜访|见|聊|跟|和|打|从|给)|(?:总|经理|主任|院长|老师|工|姐|哥)(?:那边)?(?:说|要求|让我|想要|嫌|同意|答应|催我|问我)|(?:已|刚)(?:拜访|电话沟通|加微信)|需(?:要)?跟进|待跟进|待回复");
    /** A subject of its own that wants something: 华东快消要报价, 杭州云启想试用. */
    private static final Pattern NOTE = Pattern.compile(
            "^(?!我|你|您|咱|先|不|别|请|麻烦|能|可以|是|还|就|那|这|什么|有|没|帮|给|把|再|一共|总共|也|都|只|现在|今天|明天|下周|报价|合同|试用)[\\p{IsHan}A-Za-z0-9()（）]{2,14}?(?:要|想要|想|需要|在谈|在比|询|问了?|催|约了?|定了|同意|拒绝|暂缓|签了|不要|先不)(?:[^,，。 ]{0,8})(?:报价|价|试用|合同|协议|签|样机|方案|演示|资料|账号|续|回|聊|见|看)"
                    + "|(?:周|星期|礼拜)[一二三四五六日天](?:上午|下午)?(?:前)?(?:回|跟|联系|回复|再联系|再跟)(?:他|她|他们|客户)?$|(?:他|她|他们)(?:说|要|想|让|那边|嫌|觉得)");
    /** One person addresses another. */
    private static final Pattern ADDRESSED = Pattern.compile(
            "您|你|贵司|贵公司|麻烦|请问|在吗|发我|给我(?!们?公司)|我要|我想|我们?(?:公司|这边)?(?:要|想|需要|打算|先|有|在|没|不|是|老板|领导|财务|法务)|咱们|能不能|可以吗|可不可以|多少钱|什么价|啥价|[?？]|吗$|呗$|谢谢");

    private NoteReader() {}

    /** How the text reads; words that give no sign of a note count as the customer's. */
    public static Voice voiceOf(String text) {
        String words = text.strip();
        boolean note = SURELY_NOTE.matcher(words).find()
                || (NOTE.matcher(words).find() && !ADDRESSED.matcher(words).find());
        return note ? Voice.NOTE : Voice.CUSTOMER_WORDS;
    }
}
