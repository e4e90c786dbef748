package io.github.mnist4j.plot;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A plot's SVG as the JDK's XML parser understands it; throws where it is not well-formed. */
final class SvgDocument {
  private final Document document;

  private SvgDocument(Document document) {
    this.document = document;
  }

  static SvgDocument of(Plot plot) {
    return parse(plot.toSvg());
  }

  static SvgDocument parse(String svg) {
    try {
      return new SvgDocument(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg))));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + svg, e);
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  List<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  /** Returns the contents of all elements of a name. */
  List<String> texts(String name) {
    return elements(name).stream().map(Element::getTextContent).toList();
  }

  /** Returns the elements of a name and a value of an attribute. */
  List<Element> elements(String name, String attribute, String value) {
    return elements(name).stream().filter(e -> e.getAttribute(attribute).equals(value)).toList();
  }
}
