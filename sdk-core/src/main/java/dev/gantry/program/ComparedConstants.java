package dev.gantry.program;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the classes of a program compare values with: {@code 3} of {@code if (replicas > 3)}, and {@code "latest"} of
 * {@code tag.equals("latest")}. Values of settings on both sides of them show what the comparison decides.
 *
 * @param numbers whole numbers
 * @param texts texts
 */
public record ComparedConstants(SortedSet<Long> numbers, SortedSet<String> texts) {

    /** Copies the sets. */
    public ComparedConstants {
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
        texts = Collections.unmodifiableSortedSet(new TreeSet<>(texts));
    }

    static ComparedConstants in(Iterable<byte[]> classFiles) {
        Reading reading = new Reading();
        for (byte[] classFile : classFiles) {
            new ClassReader(classFile).accept(reading, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        }
        return new ComparedConstants(reading.numbers, reading.texts);
    }

    /** Which of two numbers is taken depends on a comparison. */
    private static final Set<String> LIMITS = Set.of("max", "min");

    /** A remainder decides something, too. */
    private static final Set<Integer> COMPARING = Set.of(Opcodes.LCMP, Opcodes.IREM, Opcodes.LREM);

    /** Remembers the last constant of a method until something is compared with it. */
    private static final class Reading extends ClassVisitor {

        private final SortedSet<Long> numbers = new TreeSet<>();
        private final SortedSet<String> texts = new TreeSet<>();

        Reading() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {

                private @Nullable Long number;
                private @Nullable String text;

                @Override
                public void visitInsn(int opcode) {
                    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
                        number = (long) opcode - Opcodes.ICONST_0;
                    } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
                        number = (long) opcode - Opcodes.LCONST_0;
                    } else if (COMPARING.contains(opcode) && number != null) {
                        numbers.add(number);
                    }
                }

                @Override
                public void visitIntInsn(int opcode, int operand) {
                    if (opcode != Opcodes.NEWARRAY) {
                        number = (long) operand;
                    }
                }

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof Integer || value instanceof Long) {
                        number = ((Number) value).longValue();
                    } else if (value instanceof String constant) {
                        text = constant;
                    }
                }

                @Override
                public void visitJumpInsn(int opcode, Label label) {
                    if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE && number != null) {
                        numbers.add(number);
                    } else if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE) {
                        numbers.add(0L);
                    }
                    number = null;
                }

                @Override
                public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
                    for (int i = min; i <= max; i++) {
                        numbers.add((long) i);
                    }
                }

                @Override
                public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
                    for (int key : keys) {
                        numbers.add((long) key);
                    }
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                    boolean limits = owner.equals("java/lang/Math") && LIMITS.contains(called);
                    boolean asks = limits || (type.endsWith("Z") && !type.startsWith("()"));
                    if (asks && text != null) {
                        texts.add(text);
                    } else if (asks && number != null) {
                        numbers.add(number);
                    }
                    text = null;
                }
            };
        }
    }
}
