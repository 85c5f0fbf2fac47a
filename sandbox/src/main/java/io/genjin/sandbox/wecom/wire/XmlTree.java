package io.genjin.sandbox.wecom.wire;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads an XML reply into a tree: a leaf is its text, a repeated element an array. DTDs and entities are refused. */
public final class XmlTree {
    private static final XMLInputFactory FACTORY = factory();

    private XmlTree() {}

    /**
     * The children of the root element.
     *
     * @throws IllegalArgumentException if the text is not well-formed XML with element content
     */
    public static ObjectNode parse(String xml) {
        try {
            var reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // Skips the prolog.
            }
            if (element(reader) instanceof ObjectNode children) {
                return children;
            }
            return JsonNodeFactory.instance.objectNode();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not XML: " + e.getMessage(), e);
        }
    }

    private static JsonNode element(XMLStreamReader reader) throws XMLStreamException {
        var children = JsonNodeFactory.instance.objectNode();
        var text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> add(children, reader.getLocalName(), element(reader));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return children.isEmpty() ? JsonNodeFactory.instance.stringNode(text.toString()) : children;
                }
                default -> {
                    // Comments and processing instructions carry nothing.
                }
            }
        }
    }

    private static void add(ObjectNode parent, String name, JsonNode value) {
        var present = parent.get(name);
        if (present == null) {
            parent.set(name, value);
        } else if (present instanceof ArrayNode list) {
            list.add(value);
        } else {
            parent.putArray(name).add(present).add(value);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }
}
