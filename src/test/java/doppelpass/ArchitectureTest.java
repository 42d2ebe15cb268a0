package doppelpass;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The five kinds of things, kept apart. */
@AnalyzeClasses(
        packages = {"doppelpass", "doppelpassviews"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule doorsAreNotPublic = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .notHaveModifier(PUBLIC)
            .because("nobody but the browser calls a controller");

    @ArchTest
    static final ArchRule tablesAreNotPublic = classes()
            .that()
            .haveSimpleNameEndingWith("Table")
            .and()
            .resideInAPackage("doppelpass..")
            .should()
            .notHaveModifier(PUBLIC)
            .because("a module's SQL is its own affair; the front door is what neighbours call");

    @ArchTest
    static final ArchRule controllersDoNotTouchTheDatabase = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jooq..")
            .because("SQL stands in the module's Table");

    @ArchTest
    static final ArchRule viewsDoNotTouchTheDatabase = noClasses()
            .that()
            .resideInAPackage("doppelpassviews..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "doppelpassdb..")
            .because("a page is handed what it shows");

    @ArchTest
    static final ArchRule coreKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("doppelpass.core..")
            .and()
            .doNotHaveSimpleName("package-info")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.jooq..", "doppelpassdb..")
            .because("core is plain values");

    @ArchTest
    static final ArchRule nobodyAsksTheSystemClock = noClasses()
            .that()
            .resideInAPackage("doppelpass..")
            .and()
            .haveSimpleNameNotEndingWith("Clocks")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .because("time comes from the injected Clock or as a parameter");

    @ArchTest
    static final ArchRule noLayerNames = noClasses()
            .that()
            .resideInAPackage("doppelpass..")
            .should()
            .haveNameMatching(".*(Service|ServiceImpl|Impl|Dto|DTO|Mapper|Manager|Util|Utils|Helper)")
            .because("names speak the business");

    @ArchTest
    static final ArchRule noFieldInjection = noMethods()
            .should()
            .beAnnotatedWith(org.springframework.beans.factory.annotation.Autowired.class)
            .because("constructors say what a class needs");
}
