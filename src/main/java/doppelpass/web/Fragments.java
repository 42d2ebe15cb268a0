package doppelpass.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The templates by name: {@code "deals/index"} is {@code doppelpass/deals/views/index.jte}, compiled with the application. */
@Component
public class Fragments {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Fragments.class.getClassLoader(), "doppelpassviews");

    Fragments() {
        engine.setTrimControlStructures(true);
    }

    /** What stands inside another template and is written when that one is. */
    public Content of(String name, Map<String, Object> model) {
        return output -> {
            if (!(output instanceof HtmlTemplateOutput html)) throw new IllegalStateException("only inside a page");
            engine.render(template(name), model, html);
        };
    }

    TemplateEngine engine() {
        return engine;
    }

    static String template(String name) {
        int slash = name.indexOf('/');
        return "doppelpass/" + name.substring(0, slash) + "/views" + name.substring(slash) + ".jte";
    }
}
