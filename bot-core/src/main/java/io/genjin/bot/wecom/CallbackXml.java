package io.genjin.bot.wecom;

import io.genjin.bot.wecom.CallbackRefused.Reason;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The leaves of a callback's XML by name, and what was selected on a card (doc 90240). Refuses DTDs and entities, and
 * anything deeper or larger than WeCom sends. Thread-safe.
 */
record CallbackXml(Map<String, String> leaves, Map<String, List<String>> selections) {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_LEAVES = 500;
    private static final XMLInputFactory FACTORY = hardened();

    static CallbackXml parse(String xml) {
        try {
            XMLStreamReader reader = newReader(new StringReader(xml));
            try {
                return new Parse(reader).run();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException damaged) {
            throw new CallbackRefused(Reason.MALFORMED, "body: not the XML of a callback");
        }
    }

    /** The leaf's text, or an empty string. */
    String text(String name) {
        return leaves.getOrDefault(name, "");
    }

    private static XMLStreamReader newReader(Reader reader) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(reader);
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static final class Parse {
        private final XMLStreamReader in;
        private final Map<String, String> leaves = new LinkedHashMap<>();
        private final Map<String, List<String>> selections = new LinkedHashMap<>();
        private String question = "";
        private int depth;

        Parse(XMLStreamReader in) {
            this.in = in;
        }

        CallbackXml run() throws XMLStreamException {
            String name = "";
            StringBuilder text = new StringBuilder();
            boolean leaf = false;
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > MAX_DEPTH) {
                            throw new XMLStreamException("too deep");
                        }
                        name = in.getLocalName();
                        text.setLength(0);
                        leaf = true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("DTD");
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        if (leaf) {
                            keep(name, text.toString());
                            leaf = false;
                        }
                    }
                    default -> {
                        // comments and processing instructions carry nothing
                    }
                }
            }
            return new CallbackXml(Map.copyOf(leaves), Map.copyOf(selections));
        }

        private void keep(String name, String value) throws XMLStreamException {
            if (leaves.size() > MAX_LEAVES) {
                throw new XMLStreamException("too many elements");
            }
            switch (name) {
                case "QuestionKey" -> {
                    question = value;
                    selections.put(value, new ArrayList<>());
                }
                case "OptionId" ->
                    selections
                            .computeIfAbsent(question, key -> new ArrayList<>())
                            .add(value);
                default -> leaves.putIfAbsent(name, value);
            }
        }
    }
}
