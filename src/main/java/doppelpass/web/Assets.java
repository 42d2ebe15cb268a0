package doppelpass.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Styles, scripts and pictures below one versioned path, cached for a year; nothing comes from third-party hosts. */
@Configuration
public class Assets implements WebMvcConfigurer {
    private static final String VERSION = version();
    private static final String JARS = "classpath:/META-INF/resources/";

    /** The address of a style, script or picture. */
    public static String asset(String name) {
        return "/assets/" + VERSION + "/" + name;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(
                        "classpath:/doppelpass/web/assets/",
                        JARS + "webjars/tabler__core/1.4.0/dist/css/",
                        JARS + "webjars/htmx.org/2.0.10/dist/",
                        JARS + "webjars/sortablejs/1.15.6/",
                        JARS + "webjars/chart.js/4.5.1/dist/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(VERSION, "/**"));
    }

    private static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:/doppelpass/web/assets/*");
            for (var file : files) {
                try (InputStream content = file.getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 10);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot read the assets", e);
        }
    }
}
