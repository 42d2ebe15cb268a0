package doppelpass.notes;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown becomes HTML twice guarded: the renderer escapes raw HTML and drops links of other protocols, then a
 * sanitiser lets through only the few elements and attributes named here. Pictures become links: nothing is loaded.
 */
final class Markdown {
    /** Deeper than anybody writes, shallow enough for the recursion of the renderer. */
    private static final int DEEPEST = 40;

    private static final List<String> PROTOCOLS = List.of("http", "https", "mailto", "tel");
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(AutolinkExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(PROTOCOLS))
            .softbreak("<br />")
            .nodeRendererFactory(Spoken::new)
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "strong", "em", "ul", "ol", "li", "blockquote", "pre", "code")
            .allowElements("h3", "h4", "h5", "h6", "a", "span")
            .allowUrlProtocols(PROTOCOLS.toArray(String[]::new))
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("class")
            .matching(Pattern.compile("mention"))
            .onElements("span")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    static Content html(String text, Mentions mentions) {
        String html = POLICY.sanitize(HTML.render(tree(text, mentions, true)));
        return output -> output.writeContent(html);
    }

    /** The words alone, in one line. */
    static String plain(String text, Mentions mentions) {
        return TEXT.render(tree(text, mentions, false)).strip();
    }

    private static Node tree(String text, Mentions mentions, boolean spoken) {
        Node tree = PARSER.parse(text);
        tree.accept(new Reworked(mentions, spoken));
        return tree;
    }

    /** A person in the tree. */
    static final class Mention extends CustomNode {
        private final String name;

        Mention(String name) {
            this.name = name;
        }
    }

    private record Spoken(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Mention.class);
        }

        @Override
        public void render(Node node) {
            context.getWriter().tag("span", Map.of("class", "mention"));
            context.getWriter().text("@" + ((Mention) node).name);
            context.getWriter().tag("/span");
        }
    }
}
