package io.genjin.cards;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Articles with pictures (doc 90236).
 *
 * @param articles 1 to 8
 */
public record News(List<Article> articles) implements PlainMessage {
    public News {
        articles = Checks.size("news.articles", articles, 1, Limits.ARTICLES);
    }

    public static News of(Article... articles) {
        return new News(List.of(articles));
    }

    @Override
    public String msgType() {
        return "news";
    }

    @Override
    public ObjectNode body() {
        return Json.object().list("articles", articles, Article::json).end();
    }
}
