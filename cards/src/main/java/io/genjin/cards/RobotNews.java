package io.genjin.cards;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Articles in a robot's group (doc 91770); each must link to a page. */
public record RobotNews(News news) implements RobotMessage {
    public RobotNews {
        List<Article> articles = news.articles();
        for (int i = 0; i < articles.size(); i++) {
            Checks.required(
                    "news.articles[" + i + "].url", articles.get(i).link().url());
        }
    }

    @Override
    public String msgType() {
        return news.msgType();
    }

    @Override
    public ObjectNode body() {
        return news.body();
    }
}
