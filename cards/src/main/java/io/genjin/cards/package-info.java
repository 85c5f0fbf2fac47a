/**
 * WeCom outgoing messages as immutable types that cannot be built wrong, written as the JSON or the passive-reply XML
 * that WeCom expects: {@code AppMessage}, {@code AppChatMessage}, {@code RobotMessage}, {@code CardUpdate} and
 * {@code PassiveReply} are the five ways out, {@code Message} and {@code TemplateCard} what travels on them. Features
 * build these values when they decide what to say; nothing here starts by itself, waits, reads a clock or talks to a
 * network. May use Jackson's tree and nothing else, so that a change of WeCom's message formats stays in this package
 * (which is flat because sealed types of a Java module-less jar must share one package).
 */
@NullMarked
package io.genjin.cards;

import org.jspecify.annotations.NullMarked;
