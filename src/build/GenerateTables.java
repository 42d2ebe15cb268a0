import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Runs every module's migrations on a throw-away PostgreSQL and writes jOOQ's table classes from it.
 * Started by Maven before compiling; does nothing while the migrations are unchanged.
 */
class GenerateTables {

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        Path sources = root.resolve("src/main/java");
        Path target = root.resolve("target/generated-sources/tables");
        Path stamp = target.resolve("migrations.sha256");
        String hash = hashOf(sources, root.resolve("src/build/GenerateTables.java"));
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        deleteTree(target);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + sources.resolve("doppelpass"))
                    .load()
                    .migrate();
            generate(postgres.getJdbcUrl("postgres", "postgres"), target);
        }
        Files.createDirectories(target);
        Files.writeString(stamp, hash);
    }

    private static void generate(String url, Path target) throws Exception {
        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres").withPassword("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withIncludes(".*")
                                .withExcludes(
                                        "flyway_schema_history|pg_catalog\\..*|information_schema\\..*|public\\..*"
                                                + "|contacts\\.(contact|company)\\.words")
                                .withIncludeRoutines(false)
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("(?i:timestamp(\\(\\d\\))? ?with time zone|timestamptz.*)")))
                        .withGenerate(new Generate()
                                .withRecords(true)
                                .withPojos(false)
                                .withDaos(false)
                                .withComments(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withGlobalCatalogReferences(false))
                        .withTarget(new Target().withPackageName("doppelpassdb").withDirectory(target.toString()))));
    }

    private static String hashOf(Path sources, Path self) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(self));
        try (var files = Files.walk(sources)) {
            List<Path> migrations =
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
            for (Path file : migrations) {
                digest.update(sources.relativize(file).toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
