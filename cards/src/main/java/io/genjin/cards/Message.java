package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/** What an application can send to members with message/send (doc 90236). Every value is within WeCom's limits. */
public sealed interface Message permits PlainMessage, TemplateCard {
    /** WeCom's msgtype, which is also the key that holds the body. */
    String msgType();

    /** The JSON under that key; a new object at each call, keys always in the same order. */
    ObjectNode body();
}
