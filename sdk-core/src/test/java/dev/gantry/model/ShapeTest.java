package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Text;
import dev.gantry.config.ConfigMapKey;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Block;
import dev.gantry.extension.Leaf;
import dev.gantry.workload.Cron;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.Volume;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whoever knows one kind must guess the next: the rules that all of them follow. */
class ShapeTest {

    /** Methods that answer something else than what they are called on. */
    private static final Set<String> ANSWER_SOMETHING = Set.of("Volume.name");

    @Test
    void should_answer_the_builder_itself() {
        List<String> others = new ArrayList<>();
        for (Class<?> type : Dsl.writers()) {
            for (Method method : Dsl.methods(type)) {
                boolean factory = Modifier.isStatic(method.getModifiers());
                boolean own = method.getGenericReturnType() instanceof TypeVariable<?> variable
                        ? variable.getName().equals("B")
                        : factory ? type.isAssignableFrom(method.getReturnType()) : method.getReturnType() == type;
                if (!own) {
                    others.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        assertThat(others).containsExactlyInAnyOrderElementsOf(ANSWER_SOMETHING);
    }

    @Test
    void should_have_one_functional_overload_of_a_name_and_arity() {
        for (Class<?> type : Dsl.all()) {
            Map<String, Integer> functional = new TreeMap<>();
            for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
                for (Method method : Dsl.methods(at)) {
                    if (takesLambda(method)) {
                        functional.merge(method.getName() + "/" + method.getParameterCount(), 1, Integer::sum);
                    }
                }
            }
            assertThat(functional.values()).as("%s: %s", type, functional).allMatch(count -> count == 1);
        }
    }

    @Test
    void should_take_consumers_and_no_other_lambdas() {
        for (Class<?> type : Dsl.all()) {
            for (Method method : Dsl.methods(type)) {
                for (Class<?> parameter : method.getParameterTypes()) {
                    if (isFunctional(parameter)) {
                        Class<?> expected = method.getName().equals("raw") ? UnaryOperator.class : Consumer.class;
                        assertThat(parameter).as("%s", method).isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void should_take_no_map_whose_order_is_unknown() {
        for (Class<?> type : Dsl.all()) {
            for (Method method : Dsl.methods(type)) {
                assertThat(method.getParameterTypes())
                        .as("%s", method)
                        .noneMatch(p -> Map.class.isAssignableFrom(p) && !SortedMap.class.isAssignableFrom(p));
            }
        }
    }

    @Test
    void should_make_every_kind_with_of() {
        assertThat(Dsl.products()).hasSizeGreaterThanOrEqualTo(28);
        for (Class<?> type : Dsl.products()) {
            assertThat(Modifier.isFinal(type.getModifiers()))
                    .as("%s is final", type)
                    .isTrue();
            assertThat(type.getConstructors()).as("%s", type).isEmpty();
            List<Method> of = Dsl.methods(type).stream()
                    .filter(method -> method.getName().equals("of"))
                    .toList();
            assertThat(of).as("%s.of", type).hasSize(1).allSatisfy(method -> {
                assertThat(method.getReturnType()).isEqualTo(type);
                assertThat(method.getParameterTypes()[0]).isEqualTo(String.class);
                assertThat(method.getParameterTypes()).endsWith(Consumer.class);
            });
            Dsl.methods(type).stream()
                    .filter(method -> method.getReturnType() == type)
                    .forEach(method -> assertThat(method.isAnnotationPresent(CheckReturnValue.class))
                            .as("%s", method)
                            .isTrue());
        }
    }

    @Test
    void should_have_raw_on_every_kind() {
        for (Class<?> type : Dsl.products()) {
            Class<?> builder = builder(type);
            assertThat(builder).isFinal();
            assertThat(Dsl.methods(builder))
                    .as("%s", builder)
                    .anyMatch(m -> m.getName().equals("raw"));
        }
    }

    @Test
    void should_say_of_everything_outside_in_which_namespace_it_is() {
        for (Class<?> type : Dsl.products()) {
            boolean namespaced = Arrays.stream(builder(type).getMethods())
                    .anyMatch(method -> method.getName().equals("namespace"));
            boolean named = Dsl.methods(type).stream()
                    .anyMatch(method -> method.getName().equals("existing"));
            boolean placed = Dsl.methods(type).stream()
                    .anyMatch(method -> method.getName().equals("in") && method.getReturnType() == type);
            assertThat(placed).as("%s.in(namespace)", type).isEqualTo(namespaced && named);
        }
    }

    @Test
    void should_be_made_by_nobody_but_the_sdk() {
        for (Class<?> type : Dsl.writers()) {
            assertThat(type.getConstructors()).as("%s", type).allMatch(ShapeTest::isProtected);
            boolean open = Modifier.isAbstract(type.getModifiers());
            assertThat(open || Modifier.isFinal(type.getModifiers()))
                    .as("%s is final or abstract", type)
                    .isTrue();
        }
    }

    @Test
    void should_mark_what_makes_a_value_so_that_it_is_not_dropped() {
        List<Class<?>> values = new ArrayList<>(Dsl.blocks());
        values.addAll(List.of(ConfigMapKey.class, SecretKey.class, IntOrPercent.class, Cron.class));
        values.addAll(List.of(Image.class, Port.class, Quantity.class, Text.class));
        assertThat(values)
                .allSatisfy(type -> assertThat(type.isAnnotationPresent(CheckReturnValue.class))
                        .as("%s", type)
                        .isTrue());
    }

    @Test
    void should_write_every_enum_by_the_word_of_kubernetes() {
        assertThat(Dsl.enums()).hasSizeGreaterThan(40).allMatch(Leaf.class::isAssignableFrom);
    }

    @Test
    void should_find_the_types_of_the_dsl() {
        assertThat(Dsl.builders()).hasSizeGreaterThan(30);
        assertThat(Dsl.parts()).hasSizeGreaterThan(25);
        assertThat(Dsl.blocks()).hasSizeGreaterThan(30).contains(Volume.class).allMatch(Block.class::isAssignableFrom);
    }

    private static Class<?> builder(Class<?> product) {
        return Arrays.stream(product.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean takesLambda(Method method) {
        return Arrays.stream(method.getParameterTypes()).anyMatch(ShapeTest::isFunctional);
    }

    private static boolean isFunctional(Class<?> type) {
        return type.isAnnotationPresent(FunctionalInterface.class);
    }

    private static boolean isProtected(Constructor<?> constructor) {
        return Modifier.isProtected(constructor.getModifiers());
    }
}
