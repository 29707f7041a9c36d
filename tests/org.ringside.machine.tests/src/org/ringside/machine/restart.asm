; Repeated string instructions that fault half way and go on: the handler maps the page, shows how far they came, and
; returns. Then the same with single steps and with breakpoints.

%macro descriptors 0
	descriptor 0, 0xFFFFF, 0x93, 0xC	; 38: data
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

DIRECTORY	equ SPACE
LOW_TABLE	equ SPACE + 0x1000
TABLE		equ SPACE + 0x2000
FRAMES		equ SPACE + 0x4000
AREA		equ 0x400000

; Nothing of AREA is mapped when it begins; what the registers and memory hold is printed at the end.
%macro repeated 1+			; the instruction; ESI, EDI, ECX are set before by "places"
	mov dword [resume], %%after
	mov dword [origin], %%it
	call unmap
	call load
%%it:
	%1
%%after:
	call shown
%endmacro

%macro places 4				; text, ESI, EDI, ECX
	say %1
	mov dword [start_esi], %2
	mov dword [start_edi], %3
	mov dword [start_ecx], %4
%endmacro

main:
	mov edi, LOW_TABLE
	mov eax, 7
.identity:
	stosd
	add eax, 0x1000
	cmp edi, LOW_TABLE + 0x1000
	jb .identity
	mov dword [DIRECTORY], LOW_TABLE + 7
	mov dword [DIRECTORY + 4], TABLE + 7
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80000000
	mov cr0, eax
	point idt + 14 * 8, on_page_fault
	point idt + 1 * 8, on_debug
	mov edi, FRAMES
	mov ecx, 0x4000
	mov al, 1
.fill:
	stosb
	imul eax, eax, 5
	add al, 3
	loop .fill

	places "stosb", 0, AREA + 0xFFA, 20
	repeated rep stosb
	places "stosd", 0, AREA + 0xFF6, 8
	repeated rep stosd
	places "stosw down", 0, AREA + 0x1004, 8
	mov dword [flags], 0x402
	repeated rep stosw
	mov dword [flags], 2
	places "movsb", AREA + 0xFFA, AREA + 0x1FFD, 20
	repeated rep movsb
	places "movsd", AREA + 0xFF5, AREA + 0x1FFB, 9
	repeated rep movsd
	places "movsd down", AREA + 0x1005, AREA + 0x2003, 9
	mov dword [flags], 0x402
	repeated rep movsd
	mov dword [flags], 2
	places "movsb over itself", AREA + 0xFF0, AREA + 0xFF1, 40
	repeated rep movsb
	places "lodsd", AREA + 0xFEE, 0, 10
	repeated rep lodsd
	places "cmpsb, equal", AREA + 0xFF8, AREA + 0xFF8, 30
	repeated repe cmpsb
	places "cmpsd, different", AREA + 0xFF8, FRAMES + 0x3003, 30
	repeated repne cmpsd
	places "scasb", 0, AREA + 0xFFC, 60
	repeated repne scasb
	places "scasw, repe", 0, AREA + 0xFFB, 60
	repeated repe scasw
	places "outsb", AREA + 0xFFC, 0, 8
	repeated call out_string
	places "insb", 0, AREA + 0xFFC, 8
	repeated call in_string
	places "none", AREA, AREA + 0x1000, 0
	repeated rep movsd
	places "push of memory, pop to memory", AREA + 0xFFE, AREA + 0x1FFE, 1
	repeated call push_and_pop
	places "read-modify-write across the end", AREA + 0xFFE, 0, 1
	repeated add [esi], ecx
	; Single steps: one trap for each iteration.
	mov dword [tracing], 0x100
	places "steps of movsb", AREA + 0xFFE, AREA + 0x1FFF, 4
	repeated rep movsb
	places "steps of scasb", 0, AREA + 0xFFD, 5
	repeated repne scasb
	mov dword [tracing], 0

	; A breakpoint on data in the middle.
	mov eax, AREA + 0x1001
	mov dr0, eax
	mov eax, 0x00010402
	mov dr7, eax
	places "a breakpoint on what stosb writes", 0, AREA + 0xFFE, 6
	repeated rep stosb
	places "on what movsd writes", AREA + 0x2FFC, AREA + 0xFFC, 4
	repeated rep movsd
	mov eax, 0x00030402
	mov dr7, eax
	places "on what lodsw reads", AREA + 0xFFE, 0, 4
	repeated rep lodsw
	xor eax, eax
	mov dr7, eax

	; Stacks that grow into missing pages, in ring 3.
	call unmap
	user "push, call and leave"
	mov esp, AREA + 0x2000
	push dword 0x12345678
	mov esp, AREA + 0x1002
	call .called
.called:
	pop eax
	mov ebp, AREA + 0xFFE
	leave
	mov eax, esp
	done
	call unmap
	user "enter"
	mov ebp, AREA + 0x2010
	mov esp, AREA + 0x1004
	enter 0x20, 4
	mov eax, esp
	add eax, ebp
	done
	call unmap
	user "iret"
	mov dword [FRAMES + 0xFF8], .returned
	mov dword [FRAMES + 0xFFC], USER_CODE
	mov dword [FRAMES + 0x1000], 0x602
	mov esp, AREA + 0xFF8
	iret
.returned:
	mov eax, esp
	done
	ret

unmap:
	mov edi, TABLE
	mov ecx, 1024
	xor eax, eax
	cld
	rep stosd
	mov eax, cr3
	mov cr3, eax
	ret

load:
	mov eax, 0x5A5A5A07
	mov ebx, 0x77
	mov edx, 0x3FF
	mov esi, [start_esi]
	mov edi, [start_edi]
	mov ecx, [start_ecx]
	push dword [flags]
	push eax
	mov eax, [tracing]
	or [esp + 4], eax
	pop eax
	popfd
	ret

shown:
	pushfd
	pop dword [end_flags]
	push dword 2
	popfd
	say " eax="
	call hex32
	say " ecx="
	mov eax, ecx
	call hex32
	say " esi="
	mov eax, esi
	call hex32
	say " edi="
	mov eax, edi
	call hex32
	say " flags="
	mov eax, [end_flags]
	and eax, 0x4D5
	call hex16
	say " memory="
	mov esi, FRAMES
	mov ecx, 0x1000
	xor eax, eax
.sum:
	rol eax, 3
	xor eax, [esi]
	add esi, 4
	loop .sum
	call hex32
	call line
	ret

out_string:
	mov edx, 0x80
	rep outsb
	ret
in_string:
	mov edx, 0x21
	rep insb
	ret
push_and_pop:
	push dword [esi]
	pop dword [edi]
	ret
; Maps the page, and shows what the registers say at this moment.
on_page_fault:
	add esp, 4
	pushad
	push dword 2
	popfd
	say " ["
	mov eax, cr2
	sub eax, AREA
	call hex16
	say " "
	mov eax, [esp + 24]
	call hex16
	say " "
	mov eax, [esp]
	call hex16
	say " "
	mov eax, [esp + 4]
	call hex16
	say "]"
	mov ebx, cr2
	shr ebx, 12
	and ebx, 3
	mov eax, ebx
	shl eax, 12
	add eax, FRAMES + 7
	mov [TABLE + ebx * 4], eax
	popad
	iret

; Says nothing with ECX = 0: QEMU has one trap more there, before it sees that the repetition is at its end.
on_debug:
	pushad
	test ecx, ecx
	jz .end
	say " +"
	mov eax, [esp + 32]
	sub eax, [origin]
	call hex8
	say ":"
	mov eax, dr6
	and eax, 0xE00F
	call hex16
	xor eax, eax
	mov dr6, eax
	mov eax, [esp + 24]
	say ","
	call hex8
.end:
	popad
	iret

	align 4
start_esi:	dd 0
start_edi:	dd 0
start_ecx:	dd 0
flags:		dd 2
end_flags:	dd 0
tracing:	dd 0
