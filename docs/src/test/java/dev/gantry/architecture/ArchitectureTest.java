package dev.gantry.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Which part may know which, and what none may do. */
@AnalyzeClasses(packages = "dev.gantry", importOptions = ProjectClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule should_have_no_package_cycles =
            slices().assignedFrom(new PackageSlices()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule should_keep_the_bundle_free_of_kubernetes_and_maven = noClasses()
            .that()
            .resideInAnyPackage("..finding..", "..report..", "..bundle..", "..yaml..", "..json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..", "org.apache.maven..")
            .because("what a run produced is read by tools that have neither");

    @ArchTest
    static final ArchRule should_keep_network_and_workload_apart = noClasses()
            .that()
            .resideInAPackage("dev.gantry.network..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.gantry.workload..")
            .because("both speak to the capability interfaces only");

    @ArchTest
    static final ArchRule should_keep_workload_and_network_apart = noClasses()
            .that()
            .resideInAPackage("dev.gantry.workload..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.gantry.network..")
            .because("both speak to the capability interfaces only");

    @ArchTest
    static final ArchRule should_keep_kinds_apart_from_what_reads_them = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.gantry.workload..",
                    "dev.gantry.network..",
                    "dev.gantry.config..",
                    "dev.gantry.storage..",
                    "dev.gantry.access..",
                    "dev.gantry.autoscaling..",
                    "dev.gantry.cluster..",
                    "dev.gantry.customresource..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gantry.check..",
                    "dev.gantry.permission..",
                    "dev.gantry.component..",
                    "dev.gantry.output..",
                    "dev.gantry.settings..",
                    "dev.gantry.program..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.gantry.Synthesis")
            .because("a kind is written, and knows neither the run nor who looks at the result");

    @ArchTest
    static final ArchRule should_keep_the_engine_free_of_the_sdk_and_maven = noClasses()
            .that()
            .resideInAPackage("dev.gantry.engine..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.gantry..")
                    .and(resideOutsideOfPackages(
                            "dev.gantry.engine..",
                            "dev.gantry.bundle..",
                            "dev.gantry.finding..",
                            "dev.gantry.report..",
                            "dev.gantry.json..",
                            "dev.gantry.field..",
                            "dev.gantry.yaml..")))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.maven..")
            .because("a bundle is deployed by whoever has it, without the program and without the build");

    @ArchTest
    static final ArchRule should_keep_the_client_behind_the_cluster = noClasses()
            .that()
            .resideInAPackage("dev.gantry.engine..")
            .and()
            .resideOutsideOfPackages("dev.gantry.engine.cluster..", "dev.gantry.engine.kubeconfig..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8..")
            .because("how a server is reached is the matter of one place");

    @ArchTest
    static final ArchRule should_keep_git_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gantry.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..")
            .because("who does not publish loads nothing of it");

    @ArchTest
    static final ArchRule should_print_in_front_ends_only = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.gantry.Main")
            .and()
            .resideOutsideOfPackages("dev.gantry.console..", "dev.gantry.maven..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a library that prints cannot be embedded");

    @ArchTest
    static final ArchRule should_not_log =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule should_be_closed_unless_meant_for_extension =
            classes().that().areTopLevelClasses().or().areMemberClasses().should(beClosed());

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, abstract, sealed, a record, an enum or an interface") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.getModifiers().contains(JavaModifier.ABSTRACT)
                        || type.isRecord()
                        || type.isEnum()
                        || type.isInterface()
                        || type.reflect().isSealed();
                if (!closed) {
                    events.add(SimpleConditionEvent.violated(type, type.getDescription() + " is open to extension"));
                }
            }
        };
    }
}
