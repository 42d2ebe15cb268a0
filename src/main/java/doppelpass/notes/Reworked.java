package doppelpass.notes;

import java.util.regex.Matcher;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Puts names where the tree has numbers of people, headings below those of the page, links in place of pictures. */
final class Reworked extends AbstractVisitor {
    private static final int BELOW = 2;
    private static final int LOWEST = 6;

    private final Mentions mentions;
    private final boolean spoken;

    Reworked(Mentions mentions, boolean spoken) {
        this.mentions = mentions;
        this.spoken = spoken;
    }

    @Override
    public void visit(Text text) {
        String said = text.getLiteral();
        if (!spoken) {
            text.setLiteral(mentions.show(said));
            return;
        }
        Matcher mention = Mentions.in(said);
        Node last = text;
        int from = 0;
        while (mention.find()) {
            String name = mentions.label(Long.parseLong(mention.group(1)));
            if (name.isEmpty()) continue;
            last = after(last, new Text(said.substring(from, mention.start())));
            last = after(last, new Markdown.Mention(name));
            from = mention.end();
        }
        if (from > 0) {
            after(last, new Text(said.substring(from)));
            text.unlink();
        }
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(LOWEST, heading.getLevel() + BELOW));
        visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        Link link = new Link(image.getDestination(), image.getTitle());
        while (image.getFirstChild() != null) link.appendChild(image.getFirstChild());
        if (link.getFirstChild() == null) link.appendChild(new Text(image.getDestination()));
        image.insertAfter(link);
        image.unlink();
        if (!spoken) visit(link);
    }

    /** Where only words are wanted, those of the link. */
    @Override
    public void visit(Link link) {
        visitChildren(link);
        if (spoken) return;
        while (link.getFirstChild() != null) link.insertBefore(link.getFirstChild());
        link.unlink();
    }

    @Override
    public void visit(Code code) {
        code.setLiteral(mentions.show(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code.setLiteral(mentions.show(code.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code.setLiteral(mentions.show(code.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        html.setLiteral(mentions.show(html.getLiteral()));
    }

    @Override
    public void visit(HtmlInline html) {
        html.setLiteral(mentions.show(html.getLiteral()));
    }

    private static Node after(Node node, Node next) {
        node.insertAfter(next);
        return next;
    }
}
