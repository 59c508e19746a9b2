package dev.gantry.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What users see: whose types, under which names. */
@AnalyzeClasses(packages = "dev.gantry", importOptions = SdkClasses.class)
class PublicApiTest {

    /** Programs are written without it: what it calls its types is the matter of front ends. */
    private static final String ENGINE = "dev.gantry.engine..";

    /** The class of a custom resource is one of fabric8's, and so it is in Java Operator SDK. */
    private static final String OPERATOR = "dev.gantry.operator..";

    @ArchTest
    static final ArchRule should_show_fabric8_in_raw_only = classes()
            .that(new VisibleToUsers())
            .and()
            .doNotHaveSimpleName("Raw")
            .and()
            .resideOutsideOfPackage(OPERATOR)
            .should(showFabric8InMethodsNamedRawOnly())
            .because("its classes cost a quarter of a second to load, and its versions change");

    @ArchTest
    static final ArchRule should_take_no_unordered_map = classes()
            .that(new VisibleToUsers())
            .and()
            .resideOutsideOfPackage(ENGINE)
            .should(takeNoUnorderedMap())
            .because("the order of Map.of differs from run to run: take a SortedMap or a LinkedHashMap");

    @ArchTest
    static void should_have_one_type_of_a_name(JavaClasses all) throws IOException {
        Set<String> javaLang = JavaLang.names();
        Map<String, String> known = new HashMap<>();
        List<String> clashes = new ArrayList<>();
        VisibleToUsers visible = new VisibleToUsers();
        for (JavaClass type : all) {
            String name = type.getSimpleName();
            boolean nestedBuilder = type.isNestedClass() && name.equals("Builder");
            if (!visible.test(type)
                    || nestedBuilder
                    || name.equals("package-info")
                    || JavaClass.Predicates.resideInAPackage(ENGINE).test(type)) {
                continue;
            }
            String other = known.putIfAbsent(name, type.getName());
            if (other != null) {
                clashes.add(type.getName() + " has the simple name of " + other);
            }
            if (javaLang.contains(name)) {
                clashes.add(type.getName() + " has the simple name of java.lang." + name);
            }
        }
        assertThat(known).as("the public types of the SDK").isNotEmpty();
        assertThat(clashes).isEmpty();
    }

    private static ArchCondition<JavaClass> showFabric8InMethodsNamedRawOnly() {
        return new ArchCondition<>("show types of fabric8 in methods named raw only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Signature signature : Signature.visibleOf(type)) {
                    if (!signature.name().equals("raw") && signature.showsPackage("io.fabric8.")) {
                        events.add(SimpleConditionEvent.violated(
                                type, signature.description() + " shows a type of fabric8"));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> takeNoUnorderedMap() {
        return new ArchCondition<>("take no unordered Map") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    boolean unordered = unit.getRawParameterTypes().stream()
                            .anyMatch(p -> p.isEquivalentTo(Map.class) || p.isEquivalentTo(HashMap.class));
                    if (unordered && VisibleToUsers.isVisible(unit.getModifiers())) {
                        events.add(SimpleConditionEvent.violated(type, unit.getDescription() + " takes a Map"));
                    }
                }
            }
        };
    }
}
