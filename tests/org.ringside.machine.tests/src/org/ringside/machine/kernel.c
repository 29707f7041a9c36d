/*
 * A small kernel in C, as teaching kernels are: it boots by Multiboot into the upper gigabyte, sets up descriptor tables,
 * interrupts and paging, drives timer, keyboard, serial port and text screen, and runs programs in ring 3. What it says on
 * port 0xE9 is the same on every PC.
 * gcc -m32 -O2 -ffreestanding -nostdlib -static -T kernel.ld
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef __builtin_va_list va_list;

#define HIGH 0xC0000000u
#define PAGE 4096u

enum { KERNEL_CODE = 0x08, KERNEL_DATA = 0x10, USER_CODE = 0x1B, USER_DATA = 0x23, TASK = 0x28, PER_CPU = 0x30 };

/* == Start ========================================================================================================= */

/* Large pages map the first 8 MiB to themselves and to HIGH until the kernel has tables of its own. */
__asm__(
	"	.section .multiboot, \"a\"\n"
	"	.align 4\n"
	"	.long 0x1BADB002, 3, -(0x1BADB002 + 3)\n"
	"	.section .boot, \"awx\"\n"
	"	.globl start\n"
	"start:\n"
	"	cli\n"
	"	movl $first_directory, %ecx\n"
	"	movl %ecx, %cr3\n"
	"	movl %cr4, %ecx\n"
	"	orl $0x10, %ecx\n"
	"	movl %ecx, %cr4\n"
	"	movl %cr0, %ecx\n"
	"	orl $0x80010000, %ecx\n"
	"	movl %ecx, %cr0\n"
	"	movl $stack + 16384, %esp\n"
	"	pushl %ebx\n"
	"	pushl %eax\n"
	"	call *high\n"
	"high:	.long run\n"
	"	.align 4096\n"
	"first_directory:\n"
	"	.long 0x83, 0x400083\n"
	"	.fill 766, 4, 0\n"
	"	.long 0x83, 0x400083\n"
	"	.fill 254, 4, 0\n"
	"	.text\n");

u8 stack[16384] __attribute__((aligned(16)));
extern u8 end[];

static inline void out8(u16 port, u8 value)
{
	__asm__ volatile ("outb %0, %1" : : "a" (value), "Nd" (port));
}

static inline u8 in8(u16 port)
{
	u8 value;
	__asm__ volatile ("inb %1, %0" : "=a" (value) : "Nd" (port));
	return value;
}

/* The compiler calls these by itself. */
void *memset(void *to, int value, u32 size)
{
	u8 *at = to;
	while (size--)
		*at++ = value;
	return to;
}

void *memcpy(void *to, const void *from, u32 size)
{
	u8 *at = to;
	const u8 *source = from;
	while (size--)
		*at++ = *source++;
	return to;
}

/* == The screen, and printf ======================================================================================== */

static volatile u16 *const screen = (u16 *) (HIGH + 0xB8000);
static u32 cursor;

static void show(char c)
{
	if (c == '\n')
		cursor += 80 - cursor % 80;
	else
		screen[cursor++] = 0x0700 | (u8) c;
	if (cursor >= 80 * 25) {	/* scroll, by reading what is there */
		for (u32 n = 0; n < 80 * 24; n++)
			screen[n] = screen[n + 80];
		for (u32 n = 80 * 24; n < 80 * 25; n++)
			screen[n] = 0x0720;
		cursor -= 80;
	}
	out8(0x3D4, 0x0E);
	out8(0x3D5, cursor >> 8);
	out8(0x3D4, 0x0F);
	out8(0x3D5, cursor);
}

static void put(char c)
{
	out8(0xE9, c);
	show(c);
}

static void put_number(u32 value, u32 base, int width)
{
	char digits[33];
	int count = 0;
	do {
		digits[count++] = "0123456789abcdef"[value % base];
		value /= base;
	} while (value);
	while (count < width)
		digits[count++] = '0';
	while (count)
		put(digits[--count]);
}

static void print(const char *format, ...)
{
	va_list arguments;
	__builtin_va_start(arguments, format);
	for (; *format; format++) {
		if (*format != '%') {
			put(*format);
			continue;
		}
		int width = 0;
		while (*++format >= '0' && *format <= '9')
			width = width * 10 + *format - '0';
		switch (*format) {
		case 'd': {
			int value = __builtin_va_arg(arguments, int);
			if (value < 0)
				put('-');
			put_number(value < 0 ? -(u32) value : (u32) value, 10, width);
			break;
		}
		case 'x': put_number(__builtin_va_arg(arguments, u32), 16, width); break;
		case 'c': put(__builtin_va_arg(arguments, int)); break;
		case 's':
			for (const char *s = __builtin_va_arg(arguments, const char *); *s; s++)
				put(*s);
			break;
		}
	}
	__builtin_va_end(arguments);
}

/* == Descriptor tables ============================================================================================= */

struct per_cpu {		/* reached by GS, whose limit is that of the structure */
	u32 self, ticks, switches;
} cpu = { 0x0C0FFEE0, 0, 0 };

static struct { u16 link, pad; u32 esp0, ss0, rest[22]; u16 trap, io_map; } task;
static u32 gdt[7][2], idt[256][2];

static void descriptor(int n, u32 base, u32 limit, u32 access, u32 flags)
{
	gdt[n][0] = base << 16 | (limit & 0xFFFF);
	gdt[n][1] = (base & 0xFF000000) | flags << 20 | (limit & 0xF0000) | access << 8 | (base >> 16 & 0xFF);
}

struct frame {			/* as the stubs push it */
	u32 gs, fs, es, ds, edi, esi, ebp, esp, ebx, edx, ecx, eax, vector, error, eip, cs, flags, user_esp, user_ss;
};

/* One stub for each vector: pushes an error code where the processor does not, the vector, and goes on in "common". */
__asm__(
	"	.altmacro\n"
	"	.macro stub n\n"
	"stub_\\n:\n"
	"	.if \\n != 8 && (\\n < 10 || \\n > 14) && \\n != 17\n"
	"	pushl $0\n"
	"	.endif\n"
	"	pushl $\\n\n"
	"	jmp common\n"
	"	.endm\n"
	"	.macro address n\n"
	"	.long stub_\\n\n"
	"	.endm\n"
	"	.set n, 0\n"
	"	.rept 129\n"
	"	stub %n\n"
	"	.set n, n + 1\n"
	"	.endr\n"
	"	.globl stubs\n"
	"	.section .rodata\n"
	"stubs:\n"
	"	.set n, 0\n"
	"	.rept 129\n"
	"	address %n\n"
	"	.set n, n + 1\n"
	"	.endr\n"
	"	.text\n"
	"common:\n"
	"	pushal\n"
	"	pushl %ds\n"
	"	pushl %es\n"
	"	pushl %fs\n"
	"	pushl %gs\n"
	"	movl $0x10, %eax\n"
	"	movl %eax, %ds\n"
	"	movl %eax, %es\n"
	"	movl $0x30, %eax\n"
	"	movl %eax, %gs\n"
	"	pushl %esp\n"
	"	call interrupt\n"
	"	addl $4, %esp\n"
	"	popl %gs\n"
	"	popl %fs\n"
	"	popl %es\n"
	"	popl %ds\n"
	"	popal\n"
	"	addl $8, %esp\n"
	"	iret\n"
	"	.globl enter_user\n"
	"enter_user:\n"			/* enter_user(eip, esp): comes back by leave_user */
	"	movl 4(%esp), %eax\n"
	"	movl 8(%esp), %ecx\n"
	"	pushal\n"
	"	movl %esp, kernel_stack\n"
	"	xorl %edx, %edx\n"
	"	movl %edx, %gs\n"
	"	movl $0x23, %edx\n"
	"	movl %edx, %ds\n"
	"	movl %edx, %es\n"
	"	pushl %edx\n"
	"	pushl %ecx\n"
	"	pushl $0x202\n"
	"	pushl $0x1B\n"
	"	pushl %eax\n"
	"	iret\n"
	"	.globl leave_user\n"
	"leave_user:\n"
	"	movl kernel_stack, %esp\n"
	"	popal\n"
	"	ret\n");
extern u32 stubs[];
void enter_user(u32 eip, u32 esp);
void leave_user(void) __attribute__((noreturn));
u32 kernel_stack;

static void tables(void)
{
	descriptor(1, 0, 0xFFFFF, 0x9A, 0xC);
	descriptor(2, 0, 0xFFFFF, 0x92, 0xC);
	descriptor(3, 0, 0xFFFFF, 0xFA, 0xC);
	descriptor(4, 0, 0xFFFFF, 0xF2, 0xC);
	descriptor(5, (u32) &task, sizeof task - 1, 0x89, 0);
	descriptor(6, (u32) &cpu, sizeof cpu - 1, 0x92, 0x4);
	struct { u16 limit; u32 base; } __attribute__((packed)) gdtr = { sizeof gdt - 1, (u32) gdt },
		idtr = { sizeof idt - 1, (u32) idt };
	for (int n = 0; n < 129; n++) {
		idt[n][0] = KERNEL_CODE << 16 | (stubs[n] & 0xFFFF);
		idt[n][1] = (stubs[n] & 0xFFFF0000) | (n == 128 ? 0xEE00 : 0x8E00);
	}
	task.ss0 = KERNEL_DATA;
	task.esp0 = (u32) stack + 8192;
	task.io_map = sizeof task;
	__asm__ volatile ("lgdt %0\n lidt %1\n ljmp %2, $1f\n1:\n mov %3, %%ds\n mov %3, %%es\n mov %3, %%fs\n mov %3, %%ss\n"
		"mov %4, %%gs\n ltr %w5" : : "m" (gdtr), "m" (idtr), "i" (KERNEL_CODE), "r" (KERNEL_DATA), "r" (PER_CPU),
		"r" (TASK) : "memory");
}

static void interrupt_controllers(void)
{
	static const u8 master[] = { 0x11, 0x20, 4, 1 }, slave[] = { 0x11, 0x28, 2, 1 };
	for (int n = 0; n < 4; n++) {
		out8(n ? 0x21 : 0x20, master[n]);
		out8(n ? 0xA1 : 0xA0, slave[n]);
	}
	out8(0x21, 0xFF);
	out8(0xA1, 0xFF);
}

/* == Pages ========================================================================================================= */

static u32 directory[1024] __attribute__((aligned(PAGE)));
static u32 next_frame = 0x800000;	/* frames beyond 8 MiB are handed out in order */
static u32 faults;

static u32 frame(void)
{
	u32 physical = next_frame;
	next_frame += PAGE;
	return physical;
}

/* Tables lie in the first 4 MiB, which HIGH shows whole. */
static u32 tables_used;
static u32 table_space[8][1024] __attribute__((aligned(PAGE)));

static void map(u32 linear, u32 physical, u32 rights)
{
	u32 *entry = &directory[linear >> 22];
	if (!(*entry & 1))
		*entry = ((u32) table_space[tables_used++] - HIGH) | 7;
	u32 *table = (u32 *) ((*entry & ~0xFFFu) + HIGH);
	table[linear >> 12 & 1023] = physical | rights;
	__asm__ volatile ("invlpg (%0)" : : "r" (linear) : "memory");
}

static u32 entry_of(u32 linear)
{
	u32 entry = directory[linear >> 22];
	return entry & 1 ? ((u32 *) ((entry & ~0xFFFu) + HIGH))[linear >> 12 & 1023] : 0;
}

static void paging(void)
{
	directory[HIGH >> 22] = 0x83;		/* the kernel, in a large page */
	directory[(HIGH >> 22) + 1] = 0x400083;
	__asm__ volatile ("mov %0, %%cr3" : : "r" ((u32) directory - HIGH) : "memory");
	map(0x10000000, frame(), 3);
	volatile u32 *word = (u32 *) 0x10000000;
	*word = 0x12345678;
	map(0x20000000, entry_of(0x10000000) & ~0xFFFu, 1);
	print("paging: %8x at both, entries %3x %3x\n", *(volatile u32 *) 0x20000000, entry_of(0x10000000) & 0xFFF,
		entry_of(0x20000000) & 0xFFF);
	for (u32 n = 0; n < 40; n++)		/* an area that grows by its own faults */
		((volatile u32 *) 0x30000000)[n * 700] += n;
	print("paging: %d faults, sum ", faults);
	u32 sum = 0;
	for (u32 n = 0; n < 40 * 700; n++)
		sum += ((volatile u32 *) 0x30000000)[n];
	print("%d\n", sum);
}

/* == Devices ======================================================================================================= */

static volatile u32 ticks, keys, received;
static char typed[32];
static u8 key_codes[8];

static void timer(void)
{
	out8(0x43, 0x34);
	out8(0x40, 11932 & 0xFF);
	out8(0x40, 11932 >> 8);
	out8(0x21, 0xFE);
	__asm__ volatile ("sti");
	while (ticks < 5)
		__asm__ volatile ("hlt");
	__asm__ volatile ("cli");
	u32 by_gs;
	__asm__ ("movl %%gs:4, %0" : "=r" (by_gs));
	print("timer: %d ticks, %s\n", ticks, by_gs == ticks ? "and the processor's own count agrees" : "not so by GS");
}

static void controller(u8 command)
{
	while (in8(0x64) & 2)
		;
	out8(0x64, command);
	while (in8(0x64) & 2)
		;
}

/* The controller puts bytes into its own output, as if they came from the keyboard. */
static void keyboard(void)
{
	while (in8(0x64) & 1)
		in8(0x60);
	controller(0x60);
	out8(0x60, 0x61);
	out8(0x21, 0xFD);
	__asm__ volatile ("sti");
	static const u8 codes[] = { 0x23, 0xA3, 0x17, 0x97 };
	for (u32 n = 0; n < sizeof codes; n++) {
		controller(0xD2);
		out8(0x60, codes[n]);
		while (keys <= n)
			__asm__ volatile ("pause");
	}
	__asm__ volatile ("cli");
	print("keyboard:");
	for (u32 n = 0; n < keys; n++)
		print(" %2x", key_codes[n]);
	print("\n");
}

static void serial(void)
{
	out8(0x3FB, 0x80);
	out8(0x3F8, 1);
	out8(0x3F9, 0);
	out8(0x3FB, 3);
	out8(0x3FA, 0);
	out8(0x3F9, 1);
	out8(0x21, 0xEF);
	__asm__ volatile ("sti");
	while (!received || typed[received - 1] != '\n')
		__asm__ volatile ("pause");
	__asm__ volatile ("cli");
	out8(0x3F9, 0);
	print("serial: %s", typed);
}

/* == Programs of ring 3 ============================================================================================ */

/* Its code is copied to USER, so it must not refer to anything but its own registers and stack. */
#define USER 0x00400000u
#define USER_PROGRAM(name, body) \
	__asm__(".globl " #name ", " #name "_end\n" #name ":\n" body "\n" #name "_end:\n"); \
	extern u8 name[], name##_end[];

USER_PROGRAM(counts, "movl $10, %ecx\n 1: movl $1, %eax\n movl %ecx, %ebx\n int $0x80\n loop 1b\n"
	"movl $0, %eax\n movl $7, %ebx\n int $0x80")
USER_PROGRAM(reads_kernel, "movl 0xC0100000, %eax\n int $0x80")
USER_PROGRAM(asks_port, "inb $0x60, %al")
USER_PROGRAM(divides, "xorl %ecx, %ecx\n divl %ecx")
USER_PROGRAM(halts, "hlt")
USER_PROGRAM(grows_stack, "movl $20000, %ecx\n 1: pushl %ecx\n loop 1b\n movl $0, %eax\n movl (%esp), %ebx\n int $0x80")
USER_PROGRAM(runs_data, "movl $0xC3C3C3C3, -64(%esp)\n leal -64(%esp), %eax\n call *%eax\n movl $0, %eax\n movl $1, %ebx\n"
	"int $0x80")
USER_PROGRAM(looks_for_fpu, "fninit\n pushl $0x5A5A5A5A\n fnstcw (%esp)\n fnstsw 2(%esp)\n popl %edx\n movl $0, %eax\n"
	"movl $3, %ebx\n int $0x80")

static void program(const char *name, u8 *from, u8 *to)
{
	print("%s: ", name);
	map(USER, frame(), 7);
	map(USER + 0x7FF000, frame(), 7);
	memcpy((void *) USER, from, to - from);
	enter_user(USER, USER + 0x800000);
}

static void programs(void)
{
#define RUN(name) program(#name, name, name##_end)
	RUN(counts);
	RUN(reads_kernel);
	RUN(asks_port);
	RUN(divides);
	RUN(halts);
	RUN(grows_stack);
	RUN(runs_data);
	RUN(looks_for_fpu);
}

static void ended(struct frame *f)
{
	if (f->vector == 128 && f->eax == 0) {
		print("ends with %d\n", f->ebx);
		leave_user();
	}
	if (f->vector == 128) {
		print("%d ", f->ebx);
		return;
	}
	u32 cr2;
	__asm__ volatile ("mov %%cr2, %0" : "=r" (cr2));
	print("stopped by %d, error %x, at +%x", f->vector, f->error, f->eip - USER);
	if (f->vector == 14)
		print(", address %8x", cr2);
	print("\n");
	leave_user();
}

void interrupt(struct frame *f)
{
	u32 cr2;
	__asm__ volatile ("mov %%cr2, %0" : "=r" (cr2));
	switch (f->vector) {
	case 0x20:
		ticks++;
		__asm__ volatile ("incl %%gs:4" : : : "memory");
		out8(0x20, 0x20);
		return;
	case 0x21:
		key_codes[keys & 7] = in8(0x60);
		keys++;
		out8(0x20, 0x61);
		return;
	case 0x24:
		typed[received & 31] = in8(0x3F8);
		received++;
		out8(0x20, 0x64);
		return;
	case 14:
		/* The growing area, and the last 128 KiB of a program's stack. */
		if (!(f->error & 1) && (cr2 >> 16 == 0x3000 || cr2 >> 16 == 0x3001 || (f->cs & 3 && cr2 >> 17 == 0x5F))) {
			faults++;
			u32 physical = frame();
			map(cr2 & ~0xFFFu, physical, f->cs & 3 ? 7 : 3);
			memset((void *) (cr2 & ~0xFFFu), 0, PAGE);
			return;
		}
	}
	if (f->cs & 3) {
		ended(f);
		return;
	}
	print("kernel: exception %d, error %x, eip %8x\n", f->vector, f->error, f->eip);
	out8(0xF4, 99);
}

/* == The boot information ========================================================================================== */

struct information {
	u32 flags, lower, upper, device;
	char *command_line;
	u32 module_count;
	struct { u32 from, to; char *text; u32 reserved; } *modules;
};

static void information(u32 magic, struct information *info)
{
	print("magic %8x, flags %x, memory %d\n", magic, info->flags & 0x4D, info->lower + 1024 > 1000);
	const char *words = info->command_line;		/* QEMU puts the kernel's name in front */
	const char *last = words;
	for (; *words; words++)
		if (*words == ' ')
			last = words + 1;
	print("last word: %s\n", last);
	for (u32 n = 0; n < info->module_count; n++) {
		u32 sum = 0;
		for (u8 *at = (u8 *) info->modules[n].from; at < (u8 *) info->modules[n].to; at++)
			sum = sum * 31 + *at;
		print("module %d: %d bytes, sum %8x\n", n, info->modules[n].to - info->modules[n].from, sum);
	}
}

static void look_at_screen(void)
{
	u32 sum = 0;
	for (u32 n = 0; n < 80 * 25; n++)
		sum = (sum << 5 | sum >> 27) ^ screen[n];
	out8(0x3D4, 0x0E);
	u32 place = in8(0x3D5) << 8;
	out8(0x3D4, 0x0F);
	place |= in8(0x3D5);
	print("screen: cursor %d, sum %8x\n", place, sum);
}

void run(u32 magic, struct information *info)
{
	for (u32 n = 0; n < 80 * 25; n++)
		screen[n] = 0x0720;
	tables();
	interrupt_controllers();
	__asm__ volatile ("fninit");
	information(magic, info);
	paging();
	timer();
	keyboard();
	serial();
	programs();
	look_at_screen();
	out8(0xF4, 42);
	for (;;)
		__asm__ volatile ("hlt");
}
