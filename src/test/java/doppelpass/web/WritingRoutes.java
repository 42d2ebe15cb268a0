package doppelpass.web;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route that writes and takes words from a form, with the names of the words as the handlers declare them. */
@Component
@Lazy
class WritingRoutes {
    /** Stands for the names of a form that a handler takes as a map: there are others that only its page knows. */
    static final String ANY = "*";

    private final Map<String, Set<String>> texts = new TreeMap<>();

    WritingRoutes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (!method.getBeanType().getName().startsWith("doppelpass.")) return;
            Set<String> names = names(method);
            if (names.isEmpty()) return;
            info.getMethodsCondition().getMethods().stream()
                    .filter(m -> !m.name().equals("GET"))
                    .forEach(m -> info.getPatternValues().forEach(pattern -> texts.put(key(m.name(), pattern), names)));
        });
    }

    /** {@code PUT /deals/{}} → names of its texts. */
    Map<String, Set<String>> all() {
        return texts;
    }

    static String key(String method, String pattern) {
        return method + " " + pattern.replaceAll("\\{[^}]+}", "{}");
    }

    private static Set<String> names(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(ModelAttribute.class))
                names.addAll(components(parameter.getParameterType()));
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked == null) continue;
            if (Map.class.isAssignableFrom(parameter.getParameterType())) names.add(ANY);
            else if (text(parameter.getGenericParameterType().getTypeName())) names.add(name(method, parameter, asked));
        }
        return names;
    }

    private static String name(HandlerMethod method, MethodParameter parameter, RequestParam asked) {
        String declared = method.getMethod()
                .getParameters()[parameter.getParameterIndex()]
                .getName();
        return Stream.of(asked.name(), asked.value(), declared)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> components(Class<?> form) {
        Set<String> names = new LinkedHashSet<>();
        for (RecordComponent component : form.getRecordComponents()) {
            if (text(component.getGenericType().getTypeName())) names.add(component.getName());
        }
        return names;
    }

    private static boolean text(String type) {
        return List.of("java.lang.String", "java.util.List<java.lang.String>").contains(type);
    }
}
