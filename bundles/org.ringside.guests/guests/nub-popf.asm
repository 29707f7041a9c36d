; Nub with PUSHF and POPF: the same kernel, broken by two ordinary instructions
;
; This is nub.asm but for one critical section (see "uptime"): where Nub turns interrupts on again by STI, this one
; saves EFLAGS by PUSHFD before it turns them off, and restores them by POPFD. Most kernels do so, and they are right:
; the critical section then works whether or not interrupts were on before it.
;
; On a bare machine it prints what Nub prints. As a guest of a monitor that runs it in ring 3 and relies on traps
; alone it goes wrong, and nobody is told. CLI traps, so the monitor notes that the guest wants no interrupts. POPFD
; does not trap: in ring 3 the processor leaves the interrupt flag as it is and says nothing. The monitor never learns
; that the guest wants its interrupts back, and holds back every tick of the timer. PUSHFD is no better: it shows the
; flag of the real processor, always on, not the one the guest believes in. POPFD is "sensitive" and not "privileged":
; for Popek and Goldberg (1974) such an instruction is what makes a processor impossible to virtualize by trapping
; alone.

; == The memory map ==================================================================================================
;
;	0x00100000	Nub: code, data, stack		(1 MiB: where memory above the BIOS and its ROMs begins)
;	0x00800000	the program's memory, 8 MiB	(the program itself sees it at 0x08048000)

KERNEL_START	equ 0x100000
STACK_SIZE	equ 4096

USER_MEMORY	equ 0x800000		; where the program's memory really is ...
USER_START	equ 0x08048000		; ... and where Linux programs are linked to run
USER_SIZE	equ 0x800000
USER_END	equ USER_START + USER_SIZE
USER_STACK	equ USER_END - 512	; the initial stack pointer: above it there is room for the program's name
USER_ROOM	equ USER_SIZE - 0x10000	; what code and data may fill: the last 64 KiB are for the stack
USER_BASE	equ (USER_MEMORY - USER_START) & 0xFFFFFFFF	; base + offset = address in memory, modulo 4 GiB

; Segment selectors: 8 times the index into the GDT, plus 3 (requested privilege level) for what ring 3 uses.
KERNEL_CODE	equ 0x08
KERNEL_DATA	equ 0x10
USER_CODE	equ 0x18 + 3
USER_DATA	equ 0x20 + 3
TASK_STATE	equ 0x28

; Ports.
PIC1_COMMAND	equ 0x20		; the two interrupt controllers (8259)
PIC1_DATA	equ 0x21
PIC2_COMMAND	equ 0xA0
PIC2_DATA	equ 0xA1
PIT_COUNTER0	equ 0x40		; the timer (8254)
PIT_COMMAND	equ 0x43
DEBUG_CONSOLE	equ 0xE9		; each byte written appears on the console (QEMU, Bochs, Ringside)
EXIT_PORT	equ 0xF4		; a byte written is the machine's exit code

; Interrupt vectors. The processor keeps the first 32 for itself, of which it uses 20; the devices' lines come after
; them.
EXCEPTIONS	equ 20
TIMER_VECTOR	equ 32
SYSCALL_VECTOR	equ 0x80

TIMER_HZ	equ 100
TICKS		equ 3			; how many ticks Nub waits for before it runs its own program

	bits 32
	org KERNEL_START

; == The Multiboot header ============================================================================================
;
; A boot loader finds a kernel by this header in the first 8 KiB of the file. Bit 16 of the flags says that the
; addresses are given here, so that a flat binary needs no other format around it.

MULTIBOOT_MAGIC	equ 0x1BADB002
MULTIBOOT_FLAGS	equ 0x10000
LOADER_MAGIC	equ 0x2BADB002		; what a Multiboot loader leaves in EAX

	section .text
	align 4
header:
	dd MULTIBOOT_MAGIC
	dd MULTIBOOT_FLAGS
	dd -(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)	; the three add up to zero
	dd header			; where this header is to be in memory
	dd KERNEL_START			; load the file here,
	dd data_end			; up to here,
	dd bss_end			; and clear the memory from there up to here
	dd start			; then jump here

; == Start ===========================================================================================================
;
; The loader hands over in protected mode, paging off, interrupts off, all segments flat, EBX pointing to its
; information.

start:
	mov esp, stack_top
	cld
	cmp eax, LOADER_MAGIC
	mov esi, no_loader
	jne refuse
	call read_boot_information
	call load_tables
	mov esi, tables_message
	call tell
	call start_devices
	sti				; from here on the timer interrupts
	cmp byte [verbose], 0
	je .run
	call take_ticks
.run:	cmp dword [module_start], 0
	jne .module
	call load_own_program
	jmp enter_program
.module:
	call load_module
	jmp enter_program

; Of the loader's information Nub reads the flags (offset 0, which say what else is there), the KiB of memory above 1
; MiB (8), the command line (16), and how many modules there are (20) and where they are listed (24).
read_boot_information:
	mov esi, too_little_memory
	test byte [ebx], 1 << 0
	jz refuse
	cmp dword [ebx + 8], (USER_MEMORY + USER_SIZE - 0x100000) / 1024
	jb refuse

	mov byte [verbose], 1
	test byte [ebx], 1 << 3
	jz .no_module
	cmp dword [ebx + 20], 0
	je .no_module
	mov byte [verbose], 0		; the console belongs to the program
	mov esi, [ebx + 24]
	lodsd				; the first module: where it starts ...
	mov [module_start], eax
	sub eax, [esi]			; ... and ends,
	neg eax
	mov [module_size], eax
	mov eax, [esi + 4]		; and its name
	mov [module_name], eax
.no_module:
	test byte [ebx], 1 << 2
	jz .done
	mov esi, [ebx + 16]
.search:
	cmp dword [esi], "verb"		; four characters are one doubleword
	je .found
	lodsb
	test al, al
	jnz .search
	ret
.found:	mov byte [verbose], 1
.done:	ret

; == The processor's tables ==========================================================================================

load_tables:
	; The GDT is ready in the data section, but for the address of the TSS: a descriptor has it in three pieces.
	mov eax, tss
	mov [gdt_tss + 2], ax		; bits 0 to 15
	shr eax, 16
	mov [gdt_tss + 4], al		; bits 16 to 23
	mov [gdt_tss + 7], ah		; bits 24 to 31
	lgdt [gdt_register]

	; LGDT changes no segment register: each keeps the old descriptor until it is loaded anew. CS is loaded by a
	; jump.
	jmp KERNEL_CODE:.flat
.flat:	mov eax, KERNEL_DATA
	mov ds, eax
	mov es, eax
	mov ss, eax
	mov eax, TASK_STATE
	ltr ax				; the TSS is where the processor finds the kernel's stack

	; The IDT: a gate for each exception, for the timer and for the system call.
	mov ecx, 0
	mov eax, exception_stubs
.exception:
	call set_gate
	add eax, STUB_SIZE
	inc ecx
	cmp ecx, EXCEPTIONS
	jb .exception
	mov ecx, TIMER_VECTOR
	mov eax, timer_tick
	call set_gate
	mov ecx, SYSCALL_VECTOR
	mov eax, system_call
	call set_gate
	or byte [idt + 3 * 8 + 5], 0x60	; DPL 3: breakpoint, overflow and system call may be called by INT in ring 3;
	or byte [idt + 4 * 8 + 5], 0x60	; an INT to any other gate is a protection fault there
	or byte [idt + SYSCALL_VECTOR * 8 + 5], 0x60
	lidt [idt_register]
	ret

; Write the gate of vector ECX to the handler EAX. A gate: handler 0-15, selector, attributes, handler 16-31.
set_gate:
	mov [idt + ecx * 8], eax	; its high half is overwritten at once, as is the low half two lines below
	mov word [idt + ecx * 8 + 2], KERNEL_CODE
	mov [idt + ecx * 8 + 4], eax
	mov word [idt + ecx * 8 + 4], 0x8E00	; present, DPL 0, 32-bit interrupt gate: entered with interrupts off
	ret

; == The devices =====================================================================================================

start_devices:
	; After reset the first 8259 uses vectors 8 to 15, where the processor has its exceptions: move the lines away.
	mov al, 0x11			; ICW1: initialize, two controllers, ICW4 follows
	out PIC1_COMMAND, al
	out PIC2_COMMAND, al
	mov al, TIMER_VECTOR		; ICW2: the vector of line 0
	out PIC1_DATA, al
	mov al, TIMER_VECTOR + 8
	out PIC2_DATA, al
	mov al, 1 << 2			; ICW3: the second controller hangs on line 2 of the first
	out PIC1_DATA, al
	mov al, 2
	out PIC2_DATA, al
	mov al, 1			; ICW4: 8086 mode, the handler says when it has ended
	out PIC1_DATA, al
	out PIC2_DATA, al
	mov al, 0xFE			; masks: of all lines, only line 0 (the timer) may interrupt
	out PIC1_DATA, al
	mov al, 0xFF
	out PIC2_DATA, al

	; The 8254 divides 1,193,182 Hz by the number given and asks for an interrupt each time around.
	mov al, 0x34			; counter 0, low byte then high byte, mode 2 (rate generator)
	out PIT_COMMAND, al
	mov al, (1193182 / TIMER_HZ) & 0xFF
	out PIT_COUNTER0, al
	mov al, (1193182 / TIMER_HZ) >> 8
	out PIT_COUNTER0, al
	ret

; == Time ============================================================================================================

; The timer has interrupted. DS may be the program's, but SS is always the kernel's: on the way in from ring 3 the
; processor took it from the TSS. So the kernel reaches its data through SS, and DS may stay what it is.
timer_tick:
	push eax
	inc dword [ss:ticks]
	cmp dword [ss:ticks], TIMER_HZ
	jb .same_second
	mov dword [ss:ticks], 0
	inc dword [ss:seconds]
.same_second:
	mov al, 0x20			; end of interrupt: the 8259 may interrupt again
	out PIC1_COMMAND, al
	pop eax
	iretd

; EAX := ticks since boot. The clock has two words that belong together: were a tick let in between the two loads, 0 s
; and 99 ticks could be read as 0 s and 0 ticks. So interrupts are off meanwhile: a critical section.
uptime:
	pushfd
	cli
	mov eax, [seconds]
	mov edx, [ticks]
	popfd				; as they were, on or off
	imul eax, eax, TIMER_HZ
	add eax, edx
	ret

; Wait for the first ticks and say so.
take_ticks:
	mov esi, timer_message
	call tell

	; Wait for the first tick awake. A processor that halts while no interrupt can reach it halts for ever; so
	; first make sure that the timer is heard: once its request has reached the 8259, there must soon be a tick on
	; the clock.
.awake:	in al, PIC1_COMMAND		; the requests not yet taken by the processor, bit 0 the timer's
	mov bl, al
	mov ecx, 100000
.spin:	dec ecx
	jnz .spin
	call uptime
	test eax, eax
	jnz .heard
	test bl, 1			; requested before all that spinning, and still no tick?
	jz .awake
	mov esi, deaf
	jmp refuse

	; Wait for the others asleep. Should a tick come between the comparison and HLT, the next one ends the sleep.
.heard:	mov ebx, 1
.tick:	call uptime
	cmp eax, ebx
	jae .came
	hlt
	jmp .tick
.came:	mov esi, tick_message
	call print
	mov eax, ebx
	call print_decimal
	call print_newline
	inc ebx
	cmp ebx, TICKS
	jbe .tick
	ret

; == Loading the program =============================================================================================
;
; EDX := where the program starts.

load_own_program:
	mov esi, own_program
	mov edi, USER_MEMORY
	mov ecx, own_program_end - own_program
	rep movsb
	mov edx, USER_START
	ret

; What Nub runs if it is given nothing else. It is copied to the program's memory, so its label is moved along.
own_program:
	mov eax, 4			; write(1, own_message, length)
	mov ebx, 1
	mov ecx, own_message - own_program + USER_START
	mov edx, own_program_end - own_message
	int 0x80
	mov eax, 1			; exit(0)
	mov ebx, 0
	int 0x80
own_message:
	db "Hello from ring 3!", 10
own_program_end:

; An ELF file (Executable and Linking Format) says in "program headers" which of its bytes go where in memory.
ELF_CLASS	equ 4			; 1: 32 bits, and the byte after it 1: little-endian
ELF_TYPE	equ 16			; 2: executable, and the word after it 3: for the 386
ELF_ENTRY	equ 24			; where the program starts
ELF_PHOFF	equ 28			; where the program headers are,
ELF_PHENTSIZE	equ 42			; the size of one,
ELF_PHNUM	equ 44			; and how many there are
ELF_HEADER_SIZE	equ 52
PH_TYPE		equ 0			; 1: to be loaded,
PH_OFFSET	equ 4			; from this place in the file
PH_VADDR	equ 8			; to this address,
PH_FILESZ	equ 16			; so many bytes,
PH_MEMSZ	equ 20			; then zeros up to this size
PH_SIZE		equ 32

; The file may be anything at all: no number in it is believed before it is compared with the sizes Nub knows.
load_module:
	mov ebx, [module_start]
	mov edx, [module_size]
	cmp edx, ELF_HEADER_SIZE
	jb .refuse
	cmp dword [ebx], 0x464C457F	; 0x7F, "ELF"
	jne .refuse
	cmp word [ebx + ELF_CLASS], 0x0101
	jne .refuse
	cmp dword [ebx + ELF_TYPE], 0x00030002
	jne .refuse
	cmp word [ebx + ELF_PHENTSIZE], PH_SIZE
	jne .refuse
	mov eax, USER_MEMORY		; the file must end where the program's memory begins
	sub eax, ebx
	cmp eax, edx
	jb .refuse
	mov eax, [ebx + ELF_ENTRY]
	sub eax, USER_START
	cmp eax, USER_ROOM
	jae .refuse
	mov ecx, [ebx + ELF_PHOFF]	; the program headers lie in the file?
	movzx edx, word [ebx + ELF_PHNUM]
	shl edx, 5			; times PH_SIZE
	mov eax, [module_size]
	call fits
	jb .refuse
	add ebx, ecx			; EBX: the program header at hand
	lea ebp, [ebx + edx]		; EBP: the end of all
.next:	cmp ebx, ebp
	je .loaded
	cmp dword [ebx + PH_TYPE], 1
	jne .skip

	mov ecx, [ebx + PH_OFFSET]	; its bytes lie in the file?
	mov edx, [ebx + PH_FILESZ]
	mov eax, [module_size]
	call fits
	jb .refuse
	mov ecx, [ebx + PH_VADDR]	; its memory lies in the program's, below the stack?
	sub ecx, USER_START
	mov edx, [ebx + PH_MEMSZ]
	mov eax, USER_ROOM
	call fits
	jb .refuse
	sub edx, [ebx + PH_FILESZ]	; EDX: how many zeros
	jb .refuse
	lea edi, [ecx + USER_MEMORY]
	mov esi, [module_start]
	add esi, [ebx + PH_OFFSET]
	mov ecx, [ebx + PH_FILESZ]
	rep movsb
	mov ecx, edx
	mov al, 0
	rep stosb
.skip:	add ebx, PH_SIZE
	jmp .next
.loaded:
	mov edx, [module_start]
	mov edx, [edx + ELF_ENTRY]
	ret
.refuse:
	mov esi, not_a_program
	jmp refuse

; Does a piece of EDX bytes at offset ECX fit into EAX bytes? If not, the carry flag is set. (It is not asked whether
; ECX + EDX exceeds EAX: that sum can wrap around to a small number, and many a kernel was broken into that way.)
fits:	sub eax, edx
	jb .done
	cmp eax, ecx
.done:	ret

; == Into ring 3 =====================================================================================================

; Enter the program at EDX. There is no instruction for going to an outer ring but the return from an interrupt: so put
; together the stack as if the program had been interrupted just before its first instruction, and return.
enter_program:
	mov esi, enter_message
	call tell

	; The program's name, argv[0], goes to the top of its memory.
	mov esi, [module_name]
	mov edi, USER_STACK - USER_START + USER_MEMORY + 32
	mov ecx, 255
.name:	lodsb
	stosb
	test al, al
	loopnz .name
	mov byte [edi], 0

	; What Linux leaves on the stack of a new program: argc, argv[0], end of argv, end of environment, end of auxv.
	mov edi, USER_STACK - USER_START + USER_MEMORY
	mov dword [edi], 1
	mov dword [edi + 4], USER_STACK + 32
	mov dword [edi + 8], 0
	mov dword [edi + 12], 0
	mov dword [edi + 16], 0		; AT_NULL, with its value
	mov dword [edi + 20], 0

	mov eax, USER_DATA
	mov ds, eax
	mov es, eax
	push USER_DATA			; SS
	push USER_STACK			; ESP
	push 0x202			; EFLAGS: interrupts on, I/O privilege level 0; bit 1 is always set
	push USER_CODE			; CS
	push edx			; EIP
	mov eax, 0			; no value of the kernel leaks out
	mov ebx, eax
	mov ecx, eax
	mov edx, eax
	mov esi, eax
	mov edi, eax
	mov ebp, eax
	mov fs, eax
	mov gs, eax
	iretd

; == System calls ====================================================================================================
;
; INT 0x80 with the number in EAX and the arguments in EBX, ECX, EDX; the answer in EAX, errors negated, all as Linux
; has it. The processor has switched to the stack that the TSS names and saved there where the program was.

SYS_EXIT	equ 1
SYS_WRITE	equ 4
EBADF		equ 9			; bad file descriptor
EFAULT		equ 14			; bad address
ENOSYS		equ 38			; no such system call

system_call:
	cmp eax, SYS_WRITE
	je sys_write
	cmp eax, SYS_EXIT
	je sys_exit
	mov eax, -ENOSYS
	iretd

; write(EBX: descriptor, ECX: bytes, EDX: how many)
sys_write:
	lea eax, [ebx - 1]		; 1 (output) and 2 (errors) are the console
	cmp eax, 1
	mov eax, -EBADF
	ja .done

	; The kernel could read any memory; what it reads for a program must be that program's.
	push ecx
	sub ecx, USER_START
	mov eax, USER_SIZE
	call fits
	pop ecx
	mov eax, -EFAULT
	jb .done

	push ecx
	push edx
.next:	sub edx, 1
	jb .written
	mov al, [ss:ecx + USER_BASE]	; the program's offset ECX, seen from the kernel
	out DEBUG_CONSOLE, al
	inc ecx
	jmp .next
.written:
	pop edx
	pop ecx
	mov eax, edx
.done:	iretd

; exit(EBX: code)
sys_exit:
	mov eax, KERNEL_DATA
	mov ds, eax
	cld				; the program may have left the direction flag set
	movzx ebx, bl			; a code is one byte
	mov esi, exit_message
	call tell
	cmp byte [verbose], 0
	je finish
	mov eax, ebx
	call print_decimal
	call print_newline

; The end: the machine's exit code is BL. Without an exit port, halting is all that is left.
finish:	mov esi, halt_message
	call tell
	mov al, bl
	out EXIT_PORT, al
.halt:	cli
	hlt
	jmp .halt

; == Exceptions ======================================================================================================

; A gate names a handler but does not tell it which vector it was. So each exception has a CALL of its own to the common
; handler: the return address says which.
exception_stubs:
	times EXCEPTIONS call exception
STUB_SIZE	equ 5

; Nub repairs nothing: the program is ended, and if it was the kernel itself, all is.
exception:
	mov eax, KERNEL_DATA
	mov ds, eax
	cld
	pop eax
	sub eax, exception_stubs + STUB_SIZE
	mov ecx, STUB_SIZE
	mov edx, 0
	div ecx
	mov ebx, eax			; EBX: the vector
	mov ebp, 0			; EBP: the error code, where there is one
	bt dword [error_code_vectors], ebx
	jnc .no_code
	pop ebp
.no_code:
	mov esi, program_fault
	test byte [esp + 4], 3		; the ring it came from: the lowest bits of the saved CS
	jnz .tell
	mov esi, kernel_fault
.tell:	call print
	mov esi, ebx
	shl esi, 2
	add esi, exception_names
	call print
	mov esi, vector_message
	call print
	mov eax, ebx
	call print_decimal
	mov esi, error_message
	call print
	mov eax, ebp
	call print_hex
	mov esi, eip_message
	call print
	mov eax, [esp]
	call print_hex
	call print_newline

	test byte [esp + 4], 3
	jz kernel_died
	mov al, 11			; wherever the program had no business to be: SIGSEGV
	mov ecx, [esp]
	sub ecx, USER_START
	cmp ecx, USER_SIZE
	jae .signal
	mov al, [signals + ebx]
.signal:
	lea ebx, [eax + 128]		; as a shell shows it: 128 plus the signal Linux would send
	jmp finish

; Stop for the reason ESI.
refuse:	call print
kernel_died:
	mov ebx, 255
	jmp finish

; == Printing ========================================================================================================

; Print the text at ESI (it ends with a zero byte) if Nub is to tell what it does.
tell:	cmp byte [verbose], 0
	jne print
	ret

print:	lodsb
	test al, al
	jz .done
	out DEBUG_CONSOLE, al
	jmp print
.done:	ret

print_newline:
	mov al, 10
	out DEBUG_CONSOLE, al
	ret

print_decimal:				; EAX; the digits come lowest first, so they wait on the stack
	mov ecx, 10
	mov edx, 0
	div ecx
	push edx
	test eax, eax
	jz .digit
	call print_decimal
.digit:	pop eax
	add al, "0"
	out DEBUG_CONSOLE, al
	ret

print_hex:				; EAX, eight digits
	mov ecx, 8
.next:	rol eax, 4
	mov edx, eax
	and edx, 15
	push eax
	mov al, [hex_digits + edx]
	out DEBUG_CONSOLE, al
	pop eax
	loop .next
	ret

; == Data ============================================================================================================

	section .data

; The GDT. A descriptor, from its first byte: limit 0-15, base 0-15, base 16-23, access, flags and limit 16-19, base
; 24-31. Access: present (80), DPL (60), code or data (10), kind. Flags: limit counts pages of 4 KiB (80), 32 bits
; (40).
	align 8
gdt:	dq 0				; selector 0 is never valid
	dw 0xFFFF, 0			; KERNEL_CODE: all 4 GiB, executable, readable
	db 0, 0x9A, 0xCF, 0
	dw 0xFFFF, 0			; KERNEL_DATA: all 4 GiB, writable
	db 0, 0x92, 0xCF, 0
	; The program's segments put USER_START where USER_MEMORY is. Code ends with the program's memory. Data "expands
	; down": valid is what lies *above* the limit, so that a null pointer faults and the kernel is out of reach.
	dw (USER_END >> 12) - 1, USER_BASE & 0xFFFF
	db (USER_BASE >> 16) & 0xFF, 0xFA, 0xC0, USER_BASE >> 24
	dw (USER_START >> 12) - 1, USER_BASE & 0xFFFF
	db (USER_BASE >> 16) & 0xFF, 0xF6, 0xC0, USER_BASE >> 24
gdt_tss:
	dw TSS_SIZE - 1, 0		; TASK_STATE: the base is filled in by load_tables
	db 0, 0x89, 0, 0
gdt_end:
gdt_register:				; what LGDT reads: limit and address
	dw gdt_end - gdt - 1
	dd gdt
idt_register:
	dw idt_end - idt - 1
	dd idt

; The TSS. Of all its fields, only these matter to a kernel that does not let the processor switch tasks.
TSS_SIZE	equ 104
	align 4
tss:	dd 0
	dd stack_top			; ESP0 and SS0: the stack for what comes in from ring 3
	dd KERNEL_DATA
	times TSS_SIZE - 12 - 2 db 0
	dw TSS_SIZE			; where the I/O permission map is: beyond the end, so ring 3 may use no port

; Which exceptions push an error code, what they are called (four bytes each), and which signal Linux makes of them.
; (#SS is as #GP here: both tell of an address outside the segment, which Linux would find outside the mapped pages.)
error_code_vectors:
	dd 1 << 8 | 1 << 10 | 1 << 11 | 1 << 12 | 1 << 13 | 1 << 14 | 1 << 17
exception_names:
	db "#DE", 0, "#DB", 0, "NMI", 0, "#BP", 0, "#OF", 0, "#BR", 0, "#UD", 0, "#NM", 0
	db "#DF", 0, "9  ", 0, "#TS", 0, "#NP", 0, "#SS", 0, "#GP", 0, "#PF", 0, "15 ", 0
	db "#MF", 0, "#AC", 0, "#MC", 0, "#XM", 0
signals:
	db 8, 5, 11, 5, 11, 11, 4, 11	; SIGFPE 8, SIGTRAP 5, SIGSEGV 11, SIGILL 4
	db 11, 8, 11, 7, 11, 11, 11, 11	; SIGBUS 7
	db 8, 7, 11, 8

tables_message	db "nub: my own GDT, IDT and TSS are in place", 10, 0
timer_message	db "nub: the timer runs at 100 Hz, interrupts are on", 10, 0
tick_message	db "nub: tick ", 0
enter_message	db "nub: going to ring 3", 10, 0
exit_message	db "nub: the program has ended, exit code ", 0
halt_message	db "nub: halted", 10, 0
no_loader	db "nub: not started by a Multiboot loader", 10, 0
too_little_memory db "nub: 16 MiB of memory are needed", 10, 0
deaf		db "nub: 0 of 3 ticks came: the timer asks, but its interrupt is never taken", 10, 0
not_a_program	db "nub: the module is not a static Linux/i386 program, or too large", 10, 0
kernel_fault	db "nub: panic: the kernel itself caused ", 0
program_fault	db "nub: the program was stopped by ", 0
vector_message	db " (vector ", 0
error_message	db "), error code 0x", 0
eip_message	db ", eip 0x", 0
hex_digits	db "0123456789abcdef"
own_name	db "nub", 0

	align 4
module_start	dd 0			; the program's file, and its name
module_size	dd 0
module_name	dd own_name
data_end:

	section .bss

; From a page boundary on, what is written all the time. A monitor that shadows the GDT must watch the page that holds
; it, and each write to that page would trap.
	alignb 4096
idt:	resq SYSCALL_VECTOR + 1		; a gate not written is a gate not present
idt_end:
ticks:	resd 1				; the clock: ticks of this second,
seconds: resd 1				; and seconds since boot
verbose: resb 1				; not 0: Nub tells what it does
	alignb 16
	resb STACK_SIZE
stack_top:
bss_end:
