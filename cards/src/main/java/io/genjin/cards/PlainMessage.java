package io.genjin.cards;

/** What may also go to an application's group chat: everything but template cards (doc 90248). */
public sealed interface PlainMessage extends Message permits Text, Markdown, TextCard, News, Image, File {}
