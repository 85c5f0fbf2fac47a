package io.genjin.bot;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;

/** The arrows of design.md section 2 and style.md: whoever breaks one learns it here, not in a review. */
@AnalyzeClasses(packages = "io.genjin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> FOUNDATIONS =
            Set.of("platform", "inbox", "wecom", "outbox", "dialogue", "access", "member", "customer");

    @ArchTest
    static final ArchRule modulesNeverLookBack = noClasses()
            .that()
            .resideInAnyPackage("io.genjin.cards..", "io.genjin.nlp..", "io.genjin.crm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.genjin.bot..", "io.genjin.sandbox..");

    @ArchTest
    static final ArchRule modulesBelowDoNotKnowEachOther = slices().matching("io.genjin.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("io.genjin.bot.."), DescribedPredicate.alwaysTrue());

    @ArchTest
    static final ArchRule applicationRunsWithoutTheSandbox = noClasses()
            .that()
            .resideInAPackage("io.genjin.bot..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.genjin.sandbox..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.genjin.bot.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platformStandsOnNothing = onlyUses("platform");

    @ArchTest
    static final ArchRule inboxStandsOnPlatform = onlyUses("inbox", "platform");

    @ArchTest
    static final ArchRule wecomStandsOnInbox = onlyUses("wecom", "inbox", "platform");

    @ArchTest
    static final ArchRule outboxStandsOnWecom = onlyUses("outbox", "wecom", "platform");

    @ArchTest
    static final ArchRule foundationsKnowNoFeature = noClasses()
            .that(describe("are below the features", type -> FOUNDATIONS.contains(packageOf(type))))
            .should()
            .dependOnClassesThat(describe("are a feature's", ArchitectureTest::ofAFeature));

    @ArchTest
    static final ArchRule featuresShareOnlyEventsAndFacades = classes()
            .that(describe("are a feature's", ArchitectureTest::ofAFeature))
            .should(new NoForeignInsides());

    @ArchTest
    static final ArchRule timeComesFromPlatform = noClasses()
            .that()
            .resideInAnyPackage("io.genjin.bot..", "io.genjin.crm..", "io.genjin.nlp..", "io.genjin.cards..")
            .and()
            .resideOutsideOfPackage("io.genjin.bot.platform..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule nothingSleepsAndNothingIsScheduledInMemory = noClasses()
            .that()
            .resideInAnyPackage("io.genjin.bot..", "io.genjin.crm..")
            .and()
            // A command line, where nothing waits but the person who started it.
            .doNotHaveFullyQualifiedName("io.genjin.bot.doctor.DoctorCommand")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Scheduled.class);

    @ArchTest
    static final ArchRule datesAreInstants = noClasses()
            .that()
            .resideInAnyPackage("io.genjin.bot..", "io.genjin.crm..", "io.genjin.nlp..", "io.genjin.cards..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Calendar");

    @Test
    void everyPackageIsNullMarked() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.genjin");
        assertThat(all.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.isAnnotatedWith(NullMarked.class))
                        .as(type.getName())
                        .isTrue());
        assertThat(all.stream().map(JavaClass::getPackage).map(JavaPackage::getName))
                .contains("io.genjin.bot.inbox", "io.genjin.cards", "io.genjin.crm", "io.genjin.sandbox");
    }

    private static ArchRule onlyUses(String name, String... below) {
        Set<String> allowed = Set.of(below);
        return noClasses()
                .that()
                .resideInAPackage("io.genjin.bot." + name + "..")
                .should()
                .dependOnClassesThat(describe("are of the bot but not of " + allowed, type -> {
                    String other = packageOf(type);
                    return !other.isEmpty() && !other.equals(name) && !allowed.contains(other);
                }));
    }

    private static boolean ofAFeature(JavaClass type) {
        String name = packageOf(type);
        return !name.isEmpty() && !FOUNDATIONS.contains(name);
    }

    /** The first package below io.genjin.bot, or an empty text. */
    static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("io.genjin.bot.")
                ? name.substring("io.genjin.bot.".length()).split("\\.")[0]
                : "";
    }

    /** A feature may know another's public records and enums (events and their values) and what is named a facade. */
    private static final class NoForeignInsides extends ArchCondition<JavaClass> {
        NoForeignInsides() {
            super("use of other features only their public events, values and facades");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> ofAFeature(use.getTargetClass()))
                    .filter(use -> !packageOf(use.getTargetClass()).equals(packageOf(type)))
                    .filter(use -> !isShared(use.getTargetClass()))
                    .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
        }

        private static boolean isShared(JavaClass type) {
            String name = type.getSimpleName();
            return type.getModifiers().contains(JavaModifier.PUBLIC)
                    && (type.isRecord() || type.isEnum() || name.endsWith("Facade") || name.endsWith("Directory"));
        }
    }
}
