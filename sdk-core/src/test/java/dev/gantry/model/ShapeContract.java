package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Leaf;
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

/** Whoever knows one kind must guess the next: the rules that those of all modules follow. */
public abstract class ShapeContract {

    private final Dsl dsl;

    /** Rules for the types of a module. */
    protected ShapeContract(Dsl dsl) {
        this.dsl = dsl;
    }

    /** Methods that answer something else than what they are called on, each as {@code Class.method}. */
    protected Set<String> answerSomething() {
        return Set.of();
    }

    /** The kinds that only {@code raw} opens, for which the model has no builder or which have none of their own. */
    protected Set<Class<?>> withoutRaw() {
        return Set.of();
    }

    /** The kinds whose resources have a name that follows from a class, which stands in its place. */
    protected Set<Class<?>> namedByTheirClass() {
        return Set.of();
    }

    @Test
    void should_answer_the_builder_itself() {
        List<String> others = new ArrayList<>();
        for (Class<?> type : dsl.writers()) {
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
        assertThat(others).containsExactlyInAnyOrderElementsOf(answerSomething());
    }

    @Test
    void should_have_one_functional_overload_of_a_name_and_arity() {
        for (Class<?> type : dsl.all()) {
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
        for (Class<?> type : dsl.all()) {
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
        for (Class<?> type : dsl.all()) {
            for (Method method : Dsl.methods(type)) {
                assertThat(method.getParameterTypes())
                        .as("%s", method)
                        .noneMatch(p -> Map.class.isAssignableFrom(p) && !SortedMap.class.isAssignableFrom(p));
            }
        }
    }

    @Test
    void should_make_every_kind_with_of() {
        assertThat(dsl.products()).isNotEmpty();
        for (Class<?> type : dsl.products()) {
            assertThat(Modifier.isFinal(type.getModifiers()))
                    .as("%s is final", type)
                    .isTrue();
            assertThat(type.getConstructors()).as("%s", type).isEmpty();
            List<Method> of = Dsl.methods(type).stream()
                    .filter(method -> method.getName().equals("of"))
                    .toList();
            assertThat(of).as("%s.of", type).hasSize(1).allSatisfy(method -> {
                assertThat(method.getReturnType()).isEqualTo(type);
                assertThat(method.getParameterTypes()[0])
                        .isEqualTo(namedByTheirClass().contains(type) ? Class.class : String.class);
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
        for (Class<?> type : dsl.products()) {
            Class<?> builder = builder(type);
            assertThat(builder).isFinal();
            assertThat(Dsl.methods(builder).stream().anyMatch(m -> m.getName().equals("raw")))
                    .as("%s.raw", builder)
                    .isNotEqualTo(withoutRaw().contains(type));
        }
    }

    @Test
    void should_say_of_everything_outside_in_which_namespace_it_is() {
        for (Class<?> type : dsl.products()) {
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
        for (Class<?> type : dsl.writers()) {
            assertThat(type.getConstructors()).as("%s", type).allMatch(ShapeContract::isProtected);
            boolean open = Modifier.isAbstract(type.getModifiers());
            assertThat(open || Modifier.isFinal(type.getModifiers()))
                    .as("%s is final or abstract", type)
                    .isTrue();
        }
    }

    @Test
    void should_mark_blocks_so_that_they_are_not_dropped() {
        for (Class<?> type : dsl.blocks()) {
            assertThat(type.isAnnotationPresent(CheckReturnValue.class))
                    .as("%s", type)
                    .isTrue();
        }
    }

    @Test
    void should_write_every_enum_by_the_word_of_its_field() {
        assertThat(dsl.enums()).allMatch(Leaf.class::isAssignableFrom);
    }

    private static Class<?> builder(Class<?> product) {
        return Arrays.stream(product.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean takesLambda(Method method) {
        return Arrays.stream(method.getParameterTypes()).anyMatch(ShapeContract::isFunctional);
    }

    private static boolean isFunctional(Class<?> type) {
        return type.isAnnotationPresent(FunctionalInterface.class);
    }

    private static boolean isProtected(Constructor<?> constructor) {
        return Modifier.isProtected(constructor.getModifiers());
    }
}
