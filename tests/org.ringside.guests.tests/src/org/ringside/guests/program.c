/*
 * A program of the usual C, without a library: what it writes and its exit code are the same on Linux and on Nub.
 * gcc -m32 -O2 -ffreestanding -nostdlib -static
 */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef long long s64;
typedef __builtin_va_list va_list;

static int system_call(int number, int a, int b, int c)
{
	int result;
	__asm__ volatile ("int $0x80" : "=a" (result) : "a" (number), "b" (a), "c" (b), "d" (c) : "memory");
	return result;
}

/* The compiler calls these by itself, for copies and for divisions of 64-bit numbers. */
void *memcpy(void *to, const void *from, u32 size)
{
	void *start = to;
	__asm__ volatile ("rep movsb" : "+D" (to), "+S" (from), "+c" (size) : : "memory");
	return start;
}

void *memset(void *to, int value, u32 size)
{
	void *start = to;
	__asm__ volatile ("rep stosb" : "+D" (to), "+c" (size) : "a" (value) : "memory");
	return start;
}

u64 __udivmoddi4(u64 dividend, u64 divisor, u64 *rest)
{
	u64 quotient = 0, left = 0;
	for (int bit = 63; bit >= 0; bit--) {
		left = left << 1 | (dividend >> bit & 1);
		if (left >= divisor) {
			left -= divisor;
			quotient |= 1ull << bit;
		}
	}
	if (rest)
		*rest = left;
	return quotient;
}

s64 __divmoddi4(s64 a, s64 b, s64 *rest)
{
	u64 left;
	u64 quotient = __udivmoddi4(a < 0 ? -(u64) a : (u64) a, b < 0 ? -(u64) b : (u64) b, &left);
	*rest = a < 0 ? -(s64) left : (s64) left;
	return (a < 0) != (b < 0) ? -(s64) quotient : (s64) quotient;
}

u64 __udivdi3(u64 dividend, u64 divisor)
{
	return __udivmoddi4(dividend, divisor, 0);
}

u64 __umoddi3(u64 dividend, u64 divisor)
{
	u64 rest;
	__udivmoddi4(dividend, divisor, &rest);
	return rest;
}

s64 __divdi3(s64 a, s64 b)
{
	s64 rest;
	return __divmoddi4(a, b, &rest);
}

s64 __moddi3(s64 a, s64 b)
{
	s64 rest;
	__divmoddi4(a, b, &rest);
	return rest;
}

/* == printf ======================================================================================================== */

static char line[512];
static u32 used;

static void put(char c)
{
	line[used++] = c;
	if (c == '\n' || used == sizeof line) {
		system_call(4, 1, (int) line, (int) used);
		used = 0;
	}
}

static void put_number(u64 value, u32 base, int negative, int width, char filler)
{
	char digits[70];
	int count = 0;
	do {
		digits[count++] = "0123456789abcdef"[value % base];
		value /= base;
	} while (value);
	if (negative && filler == '0')
		put('-');
	else if (negative)
		digits[count++] = '-';
	for (int n = count + (negative && filler == '0'); n < width; n++)
		put(filler);
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
		char filler = ' ';
		int width = 0, longs = 0;
		if (*++format == '0')
			filler = *format++;
		while (*format >= '0' && *format <= '9')
			width = width * 10 + *format++ - '0';
		while (*format == 'l') {
			longs++;
			format++;
		}
		switch (*format) {
		case 'd': {
			s64 value = longs > 1 ? __builtin_va_arg(arguments, s64) : __builtin_va_arg(arguments, int);
			put_number(value < 0 ? -(u64) value : (u64) value, 10, value < 0, width, filler);
			break;
		}
		case 'u':
		case 'x':
		case 'o':
			put_number(longs > 1 ? __builtin_va_arg(arguments, u64) : __builtin_va_arg(arguments, u32),
				*format == 'u' ? 10 : *format == 'x' ? 16 : 8, 0, width, filler);
			break;
		case 'c':
			put((char) __builtin_va_arg(arguments, int));
			break;
		case 's':
			for (const char *s = __builtin_va_arg(arguments, const char *); *s; s++, width--)
				put(*s);
			while (width-- > 0)
				put(' ');
			break;
		default:
			put(*format);
		}
	}
	__builtin_va_end(arguments);
}

/* == Sorting ======================================================================================================= */

static u32 seed = 1;

static u32 chance(void)
{
	return seed = seed * 1664525 + 1013904223;
}

static void quick_sort(int *from, int *to, int (*order)(int, int))
{
	while (from < to) {
		int *left = from, *right = to, pivot = from[(to - from) / 2];
		while (left <= right) {
			while (order(*left, pivot) < 0)
				left++;
			while (order(*right, pivot) > 0)
				right--;
			if (left <= right) {
				int held = *left;
				*left++ = *right;
				*right-- = held;
			}
		}
		quick_sort(from, right, order);
		from = left;
	}
}

static int rising(int a, int b)
{
	return a < b ? -1 : a > b;
}

static int by_low_byte(int a, int b)
{
	int difference = (a & 0xFF) - (b & 0xFF);
	return difference ? difference : rising(a, b);
}

static void sort(void)
{
	static int numbers[3000];
	for (int pass = 0; pass < 2; pass++) {
		for (int n = 0; n < 3000; n++)
			numbers[n] = (int) chance() >> (n & 15);
		quick_sort(numbers, numbers + 2999, pass ? by_low_byte : rising);
		int wrong = 0;
		for (int n = 1; n < 3000; n++)
			wrong += (pass ? by_low_byte : rising)(numbers[n - 1], numbers[n]) > 0;
		print("sorted: %d %d %d, %d wrong\n", numbers[0], numbers[1500], numbers[2999], wrong);
	}
}

/* == Checksums ===================================================================================================== */

static u32 crc(const u8 *bytes, u32 size)
{
	static u32 table[256];
	if (!table[1])
		for (u32 n = 0; n < 256; n++) {
			u32 value = n;
			for (int bit = 0; bit < 8; bit++)
				value = value & 1 ? value >> 1 ^ 0xEDB88320 : value >> 1;
			table[n] = value;
		}
	u32 value = ~0u;
	while (size--)
		value = value >> 8 ^ table[(value ^ *bytes++) & 0xFF];
	return ~value;
}

static u32 rotate(u32 value, int by)
{
	return value >> by | value << (32 - by);
}

static void sha256(const u8 *text, u32 size, u32 state[8])
{
	static const u8 primes[64] = { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53 };
	u32 k[64], w[64];
	for (int n = 0; n < 64; n++)	/* not the standard's constants: sums of squares do as well to compare machines */
		k[n] = primes[n & 15] * 0x9E3779B9u + n * n;
	for (int n = 0; n < 8; n++)
		state[n] = 0x6A09E667u * (n + 1);
	for (u32 block = 0; block <= size / 64; block++) {
		for (u32 n = 0; n < 16; n++) {
			u32 word = 0;
			for (u32 b = 0; b < 4; b++) {
				u32 at = block * 64 + n * 4 + b;
				word = word << 8 | (at < size ? text[at] : at == size ? 0x80 : 0);
			}
			w[n] = word;
		}
		for (int n = 16; n < 64; n++)
			w[n] = (rotate(w[n - 2], 17) ^ rotate(w[n - 2], 19) ^ w[n - 2] >> 10) + w[n - 7]
				+ (rotate(w[n - 15], 7) ^ rotate(w[n - 15], 18) ^ w[n - 15] >> 3) + w[n - 16];
		u32 s[8];
		memcpy(s, state, sizeof s);
		for (int n = 0; n < 64; n++) {
			u32 one = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25))
				+ ((s[4] & s[5]) ^ (~s[4] & s[6])) + k[n] + w[n];
			u32 two = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22))
				+ ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
			for (int i = 7; i > 0; i--)
				s[i] = s[i - 1];
			s[4] += one;
			s[0] = one + two;
		}
		for (int n = 0; n < 8; n++)
			state[n] += s[n];
	}
}

static void checksums(void)
{
	static u8 bytes[10000];
	for (int n = 0; n < 10000; n++)
		bytes[n] = chance() >> 24;
	print("crc: %08x %08x\n", crc((const u8 *) "123456789", 9), crc(bytes, sizeof bytes));
	u32 state[8];
	sha256(bytes, 1000, state);
	for (int n = 0; n < 8; n++)
		print("%08x", state[n]);
	print("\n");
}

/* == Numbers ======================================================================================================= */

static void numbers(void)
{
	static const s64 some[] = { 0, 1, -1, 7, -7, 1000000007, -123456789012345, 0x7FFFFFFFFFFFFFFF, 0x100000000 };
	for (u32 a = 0; a < sizeof some / sizeof *some; a++)
		for (u32 b = 1; b < sizeof some / sizeof *some; b += 3)
			print("%lld / %lld = %lld, %lld; * %llx; << %llx\n", some[a], some[b], some[a] / some[b],
				some[a] % some[b], (u64) some[a] * some[b], (u64) some[a] << (some[b] & 63));
	u64 power = 1;
	for (int n = 0; n < 40; n++)
		power = power * 3 % 1000000000000007ull;
	print("%llu %020lld|%-c|%o|%5d|%05d|%%\n", power, -42ll, 'x', 0755, -42, -42);
	u8 digits[200] = { 1 };	/* 100! */
	int count = 1;
	for (int n = 2; n <= 100; n++) {
		u32 carry = 0;
		for (int i = 0; i < count || carry; i++) {
			if (i == count)
				digits[count++] = 0;
			carry += digits[i] * n;
			digits[i] = carry % 10;
			carry /= 10;
		}
	}
	while (count)
		put('0' + digits[--count]);
	put('\n');
}

/* == Recursion, structures, jump tables ============================================================================= */

static int queens(int row, u32 columns, u32 up, u32 down)
{
	if (row == 8)
		return 1;
	int found = 0;
	for (u32 free = ~(columns | up | down) & 0xFF; free; free &= free - 1) {
		u32 place = free & -free;
		found += queens(row + 1, columns | place, (up | place) << 1, (down | place) >> 1);
	}
	return found;
}

struct item {
	unsigned kind : 3;
	signed weight : 13;
	unsigned char name[5];
	struct item *next;
	s64 value;
};

static int judge(struct item item)	/* by value, on the stack */
{
	switch (item.kind) {
	case 0: return item.weight;
	case 1: return -item.weight;
	case 2: return item.weight * 3 / 2;
	case 3: return item.weight << 4;
	case 4: return (int) (item.value >> 7);
	case 5: return item.name[item.weight & 3];
	case 6: return item.weight ? (int) (item.value / item.weight) : 0;
	default: return __builtin_parity(item.weight) - __builtin_clz(item.kind | 1) + __builtin_ctz(item.kind);
	}
}

static void structures(void)
{
	static struct item items[64];
	struct item *list = 0;
	for (int n = 0; n < 64; n++) {
		items[n] = (struct item) { n, (int) chance() >> 20, "name", list, (s64) chance() << (n & 31) };
		list = &items[n];
	}
	s64 sum = 0;
	for (; list; list = list->next)
		sum = sum * 31 + judge(*list);
	print("items: %lld\n", sum);
	print("queens: %d\n", queens(0, 0, 0, 0));
}

/* Conway's life on a torus, and the comparisons that become CMOV and SETcc. */
static void life(void)
{
	static u8 world[32][64], next[32][64];
	for (int n = 0; n < 32 * 64; n++)
		world[n / 64][n % 64] = chance() >> 31;
	int least = 1 << 30, most = 0;
	for (int turn = 0; turn < 60; turn++) {
		int alive = 0;
		for (int y = 0; y < 32; y++)
			for (int x = 0; x < 64; x++) {
				int around = 0;
				for (int dy = -1; dy <= 1; dy++)
					for (int dx = -1; dx <= 1; dx++)
						around += world[(y + dy) & 31][(x + dx) & 63];
				next[y][x] = around == 3 || (around == 4 && world[y][x]);
				alive += next[y][x];
			}
		memcpy(world, next, sizeof world);
		least = alive < least ? alive : least;
		most = alive > most ? alive : most;
	}
	print("life: %d to %d, crc %08x\n", least, most, crc(world[0], sizeof world));
}

void _start(void)
{
	sort();
	checksums();
	numbers();
	structures();
	life();
	print("%s %5s|%c\n", "text", "abc", 'z');
	system_call(1, (int) (chance() >> 26) + 7, 0, 0);
	for (;;)
		;
}
