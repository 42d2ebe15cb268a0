package doppelpass.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** {@code "deals/index"} is {@code doppelpass/deals/views/index.jte}, compiled with the application. */
@Component
class PageViewResolver implements ViewResolver, Ordered {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageViewResolver.class.getClassLoader(), "doppelpassviews");
    private final Map<String, View> views = new ConcurrentHashMap<>();
    private final Locals locals;
    private final Navigation navigation;

    PageViewResolver(Locals locals, Navigation navigation) {
        this.locals = locals;
        this.navigation = navigation;
        engine.setTrimControlStructures(true);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:") || name.startsWith("forward:") || !name.contains("/")) {
            return null;
        }
        return views.computeIfAbsent(name, n -> {
            int slash = n.indexOf('/');
            String template = "doppelpass/" + n.substring(0, slash) + "/views" + n.substring(slash) + ".jte";
            return new PageView(engine, template, locals, navigation);
        });
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
