package io.genjin.sandbox.wecom.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** The plain XML of one message or event, its fields in the order they were named. Values are written as CDATA. */
public final class CallbackXml {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private CallbackXml() {}

    /** A message or event from somebody to the corp at that second (docs 90239, 90240). */
    public static CallbackXml from(String corpId, String fromUserName, long createTime) {
        return new CallbackXml()
                .with("ToUserName", corpId)
                .with("FromUserName", fromUserName)
                .number("CreateTime", createTime);
    }

    /** A system event without a sender, such as kf_msg_or_event. */
    public static CallbackXml senderless(String corpId, long createTime) {
        return new CallbackXml().with("ToUserName", corpId).number("CreateTime", createTime);
    }

    /** Adds a text field. */
    public CallbackXml with(String name, String value) {
        fields.put(name, cdata(value));
        return this;
    }

    /** Text in CDATA that it can't leave. */
    public static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    /** Adds a number, which WeCom writes bare. */
    public CallbackXml number(String name, long value) {
        fields.put(name, Long.toString(value));
        return this;
    }

    /** Adds an element that holds XML already. */
    public CallbackXml nested(String name, String xml) {
        fields.put(name, xml);
        return this;
    }

    @Override
    public String toString() {
        var xml = new StringBuilder("<xml>");
        fields.forEach((name, value) -> xml.append('<')
                .append(name)
                .append('>')
                .append(value)
                .append("</")
                .append(name)
                .append('>'));
        return xml.append("</xml>").toString();
    }
}
