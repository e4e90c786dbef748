plugins {
    application
}

repositories {
    mavenLocal() // until Mnist4J is published
    mavenCentral()
}

java {
    toolchain { languageVersion = JavaLanguageVersion.of(17) }
}

application {
    mainClass = "Digits"
}

dependencies {
    implementation("io.github.mnist4j:mnist-nd4j:0.1.0-SNAPSHOT")
    implementation("io.github.mnist4j:mnist-datasets:0.1.0-SNAPSHOT")
    runtimeOnly("io.github.mnist4j:mnist-data:0.1.0-SNAPSHOT")
    runtimeOnly("org.slf4j:slf4j-nop:2.0.18")

    // Gradle does not choose native libraries by itself; this is Linux on x86-64
    runtimeOnly("org.nd4j:nd4j-native:1.0.0-M2.1:linux-x86_64-onednn-avx2")
    runtimeOnly("org.bytedeco:openblas:0.3.19-1.5.7:linux-x86_64")
    runtimeOnly("org.bytedeco:javacpp:1.5.7:linux-x86_64")
    runtimeOnly("org.bytedeco:dnnl:2.5.2-1.5.7:linux-x86_64")
    runtimeOnly("org.bytedeco:opencl:3.0-1.5.7:linux-x86_64")
}
