package doppelpass.web;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Turns the name of a template into a page. */
@Component
class PageViewResolver implements ViewResolver, Ordered {
    private final Map<String, View> views = new ConcurrentHashMap<>();
    private final Fragments fragments;
    private final Locals locals;
    private final Navigation navigation;

    PageViewResolver(Fragments fragments, Locals locals, Navigation navigation) {
        this.fragments = fragments;
        this.locals = locals;
        this.navigation = navigation;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:") || name.startsWith("forward:") || !name.contains("/")) {
            return null;
        }
        return views.computeIfAbsent(
                name, n -> new PageView(fragments.engine(), Fragments.template(n), locals, navigation));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
