package io.genjin.bot.wecom;

import io.genjin.bot.wecom.CallbackRefused.Reason;
import java.io.StringReader;
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
    static final int MAX_DEPTH = 8;

    private static final XMLInputFactory FACTORY = hardened();

    static CallbackXml parse(String xml) {
        try {
            CallbackLeaves leaves = new CallbackLeaves();
            return new PlainXml(xml, leaves).run() ? leaves.xml() : parsed(xml);
        } catch (XMLStreamException | RuntimeException damaged) {
            throw new CallbackRefused(Reason.MALFORMED, "body: not the XML of a callback");
        }
    }

    /** The leaf's text, or an empty string. */
    String text(String name) {
        return leaves.getOrDefault(name, "");
    }

    /** The way of everything that is not plain. */
    static CallbackXml parsed(String xml) throws XMLStreamException {
        XMLStreamReader in = FACTORY.createXMLStreamReader(new StringReader(xml));
        try {
            CallbackLeaves leaves = new CallbackLeaves();
            int depth = 0;
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > MAX_DEPTH) {
                            throw new XMLStreamException("too deep");
                        }
                        leaves.start(in.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> leaves.text(in.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("DTD");
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        leaves.end();
                    }
                    default -> {
                        // comments and processing instructions carry nothing
                    }
                }
            }
            return leaves.xml();
        } finally {
            in.close();
        }
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
