package dev.gantry.program;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;
import org.jspecify.annotations.Nullable;

/** Rules for what makes a program more than a function of its settings. */
public enum Impurity implements Rule {
    /** The same input gave another result than before. */
    DIFFERENT_RESULT(RuleFacts.error("GTY-PUR-001", "The same program and settings gave another result")),
    /** The program asks for the time. */
    CLOCK(RuleFacts.error("GTY-PUR-002", "The program reads the clock")),
    /** The program asks for random values. */
    RANDOM(RuleFacts.error("GTY-PUR-003", "The program uses random values")),
    /** The program reads environment variables, system properties, or what the machine is set to. */
    ENVIRONMENT(RuleFacts.error("GTY-PUR-004", "The program reads the machine's environment")),
    /** The program opens network connections. */
    NETWORK(RuleFacts.error("GTY-PUR-005", "The program uses the network")),
    /** The program reads or writes files other than through the SDK. */
    FILES(RuleFacts.error("GTY-PUR-006", "The program reads or writes files by itself")),
    /** The program ends the Java process, or starts another one. */
    PROCESS(RuleFacts.fatal("GTY-PUR-007", "The program ends or starts a process"));
    private final RuleFacts facts;

    Impurity(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }

    /** What to do instead. */
    public String hint() {
        return switch (this) {
            case DIFFERENT_RESULT ->
                "Look for an unordered Map or Set, a random value, or the time in what makes this resource.";
            case CLOCK -> "Take the time from a setting, or leave it out.";
            case RANDOM -> "Take the value from a setting; what must be random is not for a manifest.";
            case ENVIRONMENT -> "Make it a setting, and give it with -Dgantry.set.<key>=<value>.";
            case NETWORK -> "Fetch it before, and keep it as a file or a setting.";
            case FILES ->
                "Use ConfigMap.Builder.file(...), Raw.yaml(...) or a setting, which make the file an input of the program.";
            case PROCESS -> "Return from define(...) instead; throw an exception if the program cannot go on.";
        };
    }

    /** Which impurity calling a method is; {@code null} if none. */
    static @Nullable Impurity of(ClassFile.Method method) {
        String name = method.name();
        boolean constructor = name.equals("<init>");
        return switch (method.owner()) {
            case "java/lang/System" ->
                switch (name) {
                    case "currentTimeMillis", "nanoTime" -> CLOCK;
                    case "getenv", "getProperty", "getProperties", "lineSeparator" -> ENVIRONMENT;
                    case "exit" -> PROCESS;
                    default -> null;
                };
            case "java/lang/Runtime" ->
                switch (name) {
                    case "exit", "halt", "exec" -> PROCESS;
                    case "availableProcessors", "maxMemory", "totalMemory", "freeMemory" -> ENVIRONMENT;
                    default -> null;
                };
            case "java/lang/ProcessBuilder" -> PROCESS;
            case "java/lang/Math", "java/lang/StrictMath" -> name.equals("random") ? RANDOM : null;
            case "java/util/UUID" -> name.equals("randomUUID") ? RANDOM : null;
            case "java/util/Random", "java/util/SplittableRandom", "java/security/SecureRandom" ->
                constructor && !method.descriptor().equals("(J)V") ? RANDOM : null;
            case "java/util/concurrent/ThreadLocalRandom" -> name.equals("current") ? RANDOM : null;
            case "java/util/Date" -> constructor && method.descriptor().equals("()V") ? CLOCK : null;
            case "java/util/Calendar", "java/util/GregorianCalendar" ->
                name.equals("getInstance")
                                || (constructor && method.descriptor().equals("()V"))
                        ? CLOCK
                        : null;
            case "java/time/Clock" -> name.startsWith("system") || name.startsWith("tick") ? CLOCK : null;
            case "java/time/Instant",
                    "java/time/LocalDate",
                    "java/time/LocalDateTime",
                    "java/time/LocalTime",
                    "java/time/ZonedDateTime",
                    "java/time/OffsetDateTime",
                    "java/time/OffsetTime",
                    "java/time/Year",
                    "java/time/YearMonth",
                    "java/time/MonthDay" -> name.equals("now") ? CLOCK : null;
            case "java/util/Locale", "java/util/TimeZone" -> name.equals("getDefault") ? ENVIRONMENT : null;
            case "java/time/ZoneId" -> name.equals("systemDefault") ? ENVIRONMENT : null;
            case "java/nio/file/Files", "java/nio/channels/FileChannel" -> FILES;
            case "java/io/FileInputStream",
                    "java/io/FileOutputStream",
                    "java/io/FileReader",
                    "java/io/FileWriter",
                    "java/io/RandomAccessFile" -> constructor ? FILES : null;
            case "java/io/File" ->
                switch (name) {
                    case "list",
                            "listFiles",
                            "exists",
                            "length",
                            "lastModified",
                            "createTempFile",
                            "delete",
                            "mkdirs" -> FILES;
                    default -> null;
                };
            case "java/net/URL" -> name.startsWith("open") || name.equals("getContent") ? NETWORK : null;
            case "java/net/Socket", "java/net/ServerSocket", "java/net/DatagramSocket" -> constructor ? NETWORK : null;
            case "java/net/InetAddress" -> name.startsWith("get") && !name.startsWith("getHost") ? NETWORK : null;
            case "java/net/http/HttpClient" -> NETWORK;
            default -> null;
        };
    }
}
