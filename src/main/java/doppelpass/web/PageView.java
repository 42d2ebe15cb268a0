package doppelpass.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** Renders a fragment; wraps it in the layout unless htmx asked for the fragment alone. */
final class PageView implements View {
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);

    private final TemplateEngine engine;
    private final String template;
    private final Locals locals;
    private final Navigation navigation;

    PageView(TemplateEngine engine, String template, Locals locals, Navigation navigation) {
        this.engine = engine;
        this.template = template;
        this.locals = locals;
        this.navigation = navigation;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        String html = ScopedValue.where(Local.CURRENT, locals.of(request))
                .where(Navigation.CURRENT, navigation)
                .call(() -> html(model, request));
        response.setContentType(getContentType());
        response.addHeader("Vary", "HX-Request");
        if (response.getHeader("Cache-Control") == null) {
            response.setHeader("Cache-Control", "no-store");
        }
        write(response, html.getBytes(StandardCharsets.UTF_8));
    }

    private String html(@Nullable Map<String, ?> model, HttpServletRequest request) {
        Map<String, Object> parameters = model == null ? new HashMap<>() : new HashMap<>(model);
        parameters.keySet().removeIf(key -> key.startsWith("org.springframework"));
        StringOutput fragment = new StringOutput(16_384);
        engine.render(template, parameters, fragment);
        if ("true".equals(request.getHeader("HX-Request"))) {
            return fragment.toString();
        }
        StringOutput page = new StringOutput(32_768);
        Matcher title = TITLE.matcher(fragment.toString());
        Map<String, Object> layout = Map.of(
                "content", raw(title.replaceFirst("")),
                "title", raw(title.reset().find() ? title.group(1) : "Doppelpass"),
                "menu", navigation.menu(request));
        engine.render("doppelpass/web/views/layout.jte", layout, page);
        return page.toString();
    }

    /** What a template has already escaped. */
    private static Content raw(String html) {
        return output -> output.writeContent(html);
    }

    private static void write(HttpServletResponse response, byte[] bytes) throws IOException {
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
