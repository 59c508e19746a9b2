package dev.gantry.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the lines on which a class does what a pure program does not. Only loaded when there is such a class. */
final class CallSites extends ClassVisitor {

    /**
     * One such line.
     *
     * @param impurity what it is
     * @param method the method that is called
     * @param file the name of the source file
     * @param line 0 if unknown
     */
    record Call(Impurity impurity, ClassFile.Method method, String file, int line) {}

    private final List<Call> calls = new ArrayList<>();
    private String file = "";

    private CallSites() {
        super(Opcodes.ASM9);
    }

    static List<Call> in(byte[] classFile) {
        CallSites sites = new CallSites();
        ClassReader reader = new ClassReader(classFile);
        String name = reader.getClassName();
        int dollar = name.indexOf('$');
        sites.file = (dollar < 0 ? name : name.substring(0, dollar)).substring(name.lastIndexOf('/') + 1) + ".java";
        reader.accept(sites, ClassReader.SKIP_FRAMES);
        return sites.calls;
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        if (source != null) {
            file = source;
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {

            private int line;

            @Override
            public void visitLineNumber(int number, Label start) {
                line = number;
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                note(new ClassFile.Method(owner, called, type));
            }

            @Override
            public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle) {
                        note(new ClassFile.Method(handle.getOwner(), handle.getName(), handle.getDesc()));
                    }
                }
            }

            private void note(ClassFile.Method method) {
                Impurity impurity = Impurity.of(method);
                if (impurity != null) {
                    calls.add(new Call(impurity, method, file, line));
                }
            }
        };
    }
}
