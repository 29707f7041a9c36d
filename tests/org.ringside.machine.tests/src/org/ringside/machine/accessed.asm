; Accessed and dirty bits: which accesses set them, in the page's entry and in the directory's, large pages too.

%macro descriptors 0
	descriptor 0, 0xFFFFF, 0x92, 0xC	; 38: data, not accessed; its copy lies in a watched page
	descriptor 0, 0xFFFFF, 0x93, 0xC	; 40: data
	descriptor 0, 0xFFFFF, 0x93, 0xC	; 48: data
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

DIRECTORY	equ SPACE
LOW_TABLE	equ SPACE + 0x1000
TABLE		equ SPACE + 0x2000
FRAME		equ SPACE + 0x3000
AREA		equ 0x00400000
LARGE		equ 0x00800000
P		equ 7			; present, writable, for all

; Clears the bits; "shown" prints those that the access in between has set: directory, first page, second page.
%macro access 1
	say %1
	mov esi, AREA + 0x100
	mov edi, AREA + 0x1100
	mov ecx, 4
	mov eax, 0x11
	mov ebx, 0x22
	xor edx, edx
	call clear
%endmacro
%macro shown 0
	call show
%endmacro

main:
	mov edi, LOW_TABLE
	mov eax, P
.identity:
	stosd
	add eax, 0x1000
	cmp edi, LOW_TABLE + 0x1000
	jb .identity
	mov dword [DIRECTORY], LOW_TABLE + P
	mov eax, cr4
	or eax, 0x10
	mov cr4, eax
	call clear
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80010000
	mov cr0, eax

	access "mov from "
	mov eax, [esi]
	shown
	access "mov to   "
	mov [esi], eax
	shown
	access "cmp      "
	cmp [esi], eax
	shown
	access "test     "
	test byte [esi], 1
	shown
	access "add      "
	add [esi], eax
	shown
	access "inc      "
	inc byte [esi]
	shown
	access "bt       "
	bt [esi], eax
	shown
	access "bts      "
	bts [esi], eax
	shown
	access "xchg     "
	xchg [esi], eax
	shown
	access "xadd     "
	lock xadd [esi], eax
	shown
	access "setc     "
	setc [esi]
	shown
	access "movzx    "
	movzx eax, byte [esi]
	shown
	access "cmovc    "
	cmovc eax, [esi]
	shown
	access "push from"
	push dword [esi]
	shown
	add esp, 4
	push eax
	access "pop to   "
	pop dword [esi]
	shown
	access "movsd    "
	movsd
	shown
	access "rep movsd"
	rep movsd
	shown
	access "cmpsd    "
	cmpsd
	shown
	access "scasb    "
	scasb
	shown
	access "lodsw    "
	lodsw
	shown
	access "stosb    "
	stosb
	shown
	access "rep stosd of none"
	xor ecx, ecx
	rep stosd
	shown
	access "outsb    "
	mov dx, 0x80
	outsb
	shown
	access "insb     "
	mov dx, 0x21
	insb
	shown
	access "across   "
	mov [esi + 0xEFE], eax
	shown
	access "across, read"
	mov eax, [esi + 0xEFE]
	shown
	access "lea      "
	lea eax, [esi]
	shown
	access "lgdt     "
	mov edx, [gdt_pointer]
	mov [FRAME + 0x100], edx
	mov edx, [gdt_pointer + 4]
	mov [FRAME + 0x104], edx
	call clear
	lgdt [esi]
	shown
	access "sgdt     "
	sgdt [esi]
	shown
	access "les      "
	mov word [FRAME + 0x104], KERNEL_DATA
	call clear
	les eax, [esi]
	shown
	mov ax, KERNEL_DATA
	mov es, ax
	access "jmp      "
	mov dword [FRAME + 0x100], .jumped
	call clear
	jmp [esi]
.jumped:
	shown
	access "execution"
	mov byte [FRAME + 0x100], 0xC3
	call clear
	call esi
	shown
	access "enter    "
	mov edx, esp
	mov esp, edi
	enter 16, 0
	mov esp, edx
	shown
	access "invlpg   "
	invlpg [esi]
	shown
	access "verr     "
	verr [esi]
	shown
	access "str      "
	str [esi]
	shown
	access "mul      "
	mul dword [esi]
	shown
	access "shld     "
	shld [esi], ebx, 3
	shown
	access "shl by 0 "
	xor ecx, ecx
	shl dword [esi], cl
	shown
	access "xlat     "
	mov ebx, esi
	xlatb
	shown
	access "bound    "
	mov dword [FRAME + 0x104], 0x100
	mov dword [FRAME + 0x100], 0
	call clear
	bound eax, [esi]
	shown

	; The processor's own accesses: descriptor tables, TSS, the stack of an inner ring.
	mov esi, gdt
	mov edi, FRAME + 0x800
	mov ecx, gdt_end - gdt
	rep movsb
	access "a descriptor"
	lgdt [moved_gdt]
	mov ax, 0x48
	mov fs, ax
	shown
	access "a descriptor, not accessed"
	mov ax, 0x38
	mov fs, ax
	shown
	access "the same again"
	mov ax, 0x38
	mov fs, ax
	shown
	access "lar of one"
	mov ax, 0x38
	lar ecx, ax
	shown
	lgdt [gdt_pointer]
	point idt + 3 * 8, on_int3
	mov esi, idt
	mov edi, FRAME
	mov ecx, 0x1A0
	rep movsb
	access "a gate"
	lidt [moved_idt]
	int3
	shown
	lidt [idt_pointer]
	say "the stack of ring 0"
	mov dword [tss + 4], AREA + 0x2000
	call clear
	user " "
	done
	call show
	mov dword [tss + 4], ring0_stack_top

	; Large pages.
	call large
	mov eax, [LARGE + 0x1234]
	call large_bits
	mov [LARGE + 0x5678], eax
	call large_bits
	mov dword [DIRECTORY + 8], LARGE + 0x83		; not for users
	mov eax, cr3
	mov cr3, eax
	user "a fault leaves them"
	mov [LARGE], eax
	done
	call large_bits
	mov dword [DIRECTORY + 8], LARGE + 0x85		; read-only
	mov eax, cr3
	mov cr3, eax
	try "a write that faults"
	mov [LARGE], eax
	done
	call large_bits
	; Faults of small pages: the directory is accessed all the same.
	call clear
	mov dword [DIRECTORY + 4], TABLE + P
	mov dword [TABLE], FRAME + 5
	mov eax, cr3
	mov cr3, eax
	try "a write to a read-only page"
	mov [AREA], eax
	done
	call show
	call clear
	mov dword [TABLE + 4], FRAME + 0x1000
	mov eax, cr3
	mov cr3, eax
	try "a write across the end to a page that is not there"
	mov [AREA + 0xFFE], eax
	done
	call show
	call clear
	mov dword [TABLE + 4], FRAME + 0x1000 + 5
	mov eax, cr3
	mov cr3, eax
	user "push of a page to a page that cannot be written"
	mov esp, AREA + 0x1100
	push dword [AREA]
	done
	call show
	ret

clear:
	push eax
	mov dword [DIRECTORY + 4], TABLE + P
	mov dword [TABLE], FRAME + P
	mov dword [TABLE + 4], FRAME + 0x1000 + P
	mov eax, cr3
	mov cr3, eax
	pop eax
	ret

show:
	pushad
	say " "
	mov eax, [DIRECTORY + 4]
	call hex8
	say " "
	mov eax, [TABLE]
	call hex8
	say " "
	mov eax, [TABLE + 4]
	call hex8
	call line
	popad
	ret

large:
	mov dword [DIRECTORY + 8], LARGE + 0x87
	mov eax, cr3
	mov cr3, eax
	ret

large_bits:
	say "large "
	push eax
	mov eax, [DIRECTORY + 8]
	call hex32
	pop eax
	call line
	ret

	align 8
moved_gdt:
	dw gdt_end - gdt - 1
	dd AREA + 0x800
	align 8
moved_idt:
	dw 0x19F
	dd AREA
on_int3:
	iret
