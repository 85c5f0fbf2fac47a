package io.genjin.bot.chat;

import io.genjin.nlp.Analyzer;
import io.genjin.nlp.Lexicon;
import io.genjin.nlp.Summarizer;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The detector, with the company's own lexicon where {@code genjin.lexicon.file} names one. */
@Configuration(proxyBeanMethods = false)
class Detection {

    @Bean
    Analyzer analyzer(@Value("${genjin.lexicon.file:}") String file) {
        if (file.isBlank()) {
            return Analyzer.create(Lexicon.bundled());
        }
        try {
            return Analyzer.create(Lexicon.read(Path.of(file)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("genjin.lexicon.file: can't be read: " + file, unreadable);
        }
    }

    @Bean
    Summarizer summarizer(Analyzer analyzer) {
        return new Summarizer(analyzer);
    }
}
