package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Nothing goes without a case: every method of the DSL is called by one (as seen in the compiled cases), and every field
 * of the classes of fabric8's that occur is set by one.
 */
public abstract class CoverageContract {

    private final Dsl dsl;
    private final List<Case> cases;
    private final List<Class<?>> writtenIn;

    /**
     * Coverage of the types of a module.
     *
     * @param writtenIn the classes with these cases
     */
    protected CoverageContract(Dsl dsl, List<Case> cases, List<Class<?>> writtenIn) {
        this.dsl = dsl;
        this.cases = cases;
        this.writtenIn = writtenIn;
    }

    /** Methods that change something else than fields, and are tested there, each as {@code Class.method(Types)}. */
    protected Set<String> testedElsewhere() {
        return Set.of();
    }

    /** What the builders leave to {@code raw} on purpose, each as {@code Class.field}. */
    protected abstract Set<String> leftToRaw();

    /** Whether a field of the model is nothing that a program could name. */
    protected boolean isOutOfReach(String field) {
        return false;
    }

    @Test
    void should_call_every_method_of_the_dsl() {
        Set<String> methods = new TreeSet<>();
        dsl.writers().forEach(type -> methods.addAll(methodsOf(type)));
        methods.removeAll(testedElsewhere());
        methods.removeIf(id -> id.contains(".raw(UnaryOperator)"));
        assertThat(methods).isNotEmpty();
        methods.removeAll(called());
        assertThat(methods).as("no case calls").isEmpty();
    }

    @Test
    void should_set_every_field_of_the_model_or_leave_it_to_raw_on_purpose() {
        Set<String> fields = new TreeSet<>();
        Set<String> set = new TreeSet<>();
        for (Case of : cases) {
            Object object = of.byHand();
            set.addAll(FabricModel.fieldsSet(object));
            FabricModel.classesIn(object).forEach(type -> fields.addAll(FabricModel.fieldsOf(type)));
        }
        fields.removeIf(this::isOutOfReach);
        fields.removeAll(set);
        Set<String> forgotten = new TreeSet<>(fields);
        forgotten.removeAll(leftToRaw());
        assertThat(forgotten).as("no case sets").isEmpty();
        Set<String> listedInVain = new TreeSet<>(leftToRaw());
        listedInVain.removeAll(fields);
        assertThat(listedInVain).as("listed, but a case sets").isEmpty();
    }

    /** The public methods of a type, each as {@code Class.method(Types)}. */
    protected static Set<String> methodsOf(Class<?> type) {
        Set<String> methods = new TreeSet<>();
        Dsl.methods(type).forEach(method -> methods.add(id(method)));
        return methods;
    }

    private static String id(Method method) {
        return id(method.getDeclaringClass(), method.getName(), Type.getArgumentTypes(method));
    }

    private static String id(Class<?> type, String name, Type[] parameters) {
        StringBuilder id =
                new StringBuilder(type.getName().substring(type.getPackageName().length() + 1));
        id.append('.').append(name).append('(');
        for (int i = 0; i < parameters.length; i++) {
            String parameter = parameters[i].getClassName();
            id.append(i == 0 ? "" : ",").append(parameter.substring(parameter.lastIndexOf('.') + 1));
        }
        return id.append(')').toString();
    }

    /** The methods of the DSL that the compiled cases call, with their parameters. */
    private Set<String> called() {
        Set<String> called = new TreeSet<>();
        for (Class<?> type : writtenIn) {
            String resource = type.getSimpleName() + ".class";
            try (InputStream in = type.getResourceAsStream(resource)) {
                new ClassReader(in).accept(new Calls(called), ClassReader.SKIP_DEBUG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return called;
    }

    private static final class Calls extends ClassVisitor {

        private final Set<String> called;

        Calls(Set<String> called) {
            super(Opcodes.ASM9);
            this.called = called;
        }

        @Override
        public MethodVisitor visitMethod(int access, String n, String d, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
                    call(owner, name, descriptor);
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String name, String descriptor, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            call(handle.getOwner(), handle.getName(), handle.getDesc());
                        }
                    }
                }
            };
        }

        /** Notes a call under the class that declares the method. */
        private void call(String owner, String name, String descriptor) {
            if (!owner.startsWith("dev/gantry/")) {
                return;
            }
            Type[] parameters = Type.getArgumentTypes(descriptor);
            try {
                Class<?> type = Class.forName(owner.replace('/', '.'), false, CoverageContract.class.getClassLoader());
                for (Class<?> at = type; at != null; at = at.getSuperclass()) {
                    called.add(id(at, name, parameters));
                }
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
    }
}
