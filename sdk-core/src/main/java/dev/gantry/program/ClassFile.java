package dev.gantry.program;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a class file: what it is, and which classes and methods its constant pool names. Read by hand, because
 * every class of a module is looked at in every run, and this needs no more than a pass over the constants.
 *
 * @param name with {@code /}, such as {@code com/acme/Shop}
 * @param access the access flags
 * @param superName the class that it extends; {@code null} for {@code java/lang/Object} and module descriptions
 * @param interfaces the interfaces that it names itself
 * @param classes every class whose fields or methods it uses, and those that it inherits from; not those that it only
 *     names, such as the one around it
 * @param methods every method that its constant pool names
 */
record ClassFile(
        String name,
        int access,
        @Nullable String superName,
        List<String> interfaces,
        Set<String> classes,
        List<Method> methods) {

    /**
     * A method that is called somewhere in a class.
     *
     * @param owner with {@code /}
     * @param name {@code <init>} for constructors
     * @param descriptor such as {@code ()V}
     */
    record Method(String owner, String name, String descriptor) {}

    private static final int INTERFACE = 0x0200;
    private static final int ABSTRACT = 0x0400;

    /** Whether objects of it can be made. */
    boolean isConcrete() {
        return (access & (INTERFACE | ABSTRACT)) == 0;
    }

    /**
     * Reads the outline.
     *
     * @throws IOException if the bytes are not a class file
     */
    static ClassFile read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("not a class file");
        }
        in.readInt();
        int count = in.readUnsignedShort();
        int[] tags = new int[count];
        int[] first = new int[count];
        int[] second = new int[count];
        String[] texts = new String[count];
        for (int i = 1; i < count; i++) {
            tags[i] = in.readUnsignedByte();
            switch (tags[i]) {
                case 1 -> texts[i] = in.readUTF();
                case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
                case 15 -> in.skipNBytes(3);
                case 3, 4 -> in.skipNBytes(4);
                case 9, 10, 11, 12, 17, 18 -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("constant of unknown kind " + tags[i]);
            }
        }
        Set<String> classes = new LinkedHashSet<>();
        List<Method> methods = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            if (tags[i] >= 9 && tags[i] <= 11) {
                classes.add(texts[first[first[i]]]);
            }
            if (tags[i] == 10 || tags[i] == 11) {
                int type = second[i];
                methods.add(new Method(texts[first[first[i]]], texts[first[type]], texts[second[type]]));
            }
        }
        int access = in.readUnsignedShort();
        String name = texts[first[in.readUnsignedShort()]];
        int parent = in.readUnsignedShort();
        List<String> interfaces = new ArrayList<>();
        int length = in.readUnsignedShort();
        for (int i = 0; i < length; i++) {
            interfaces.add(texts[first[in.readUnsignedShort()]]);
        }
        classes.addAll(interfaces);
        if (parent != 0) {
            classes.add(texts[first[parent]]);
        }
        return new ClassFile(name, access, parent == 0 ? null : texts[first[parent]], interfaces, classes, methods);
    }
}
